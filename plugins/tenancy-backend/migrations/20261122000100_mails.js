const { isolateTenantTable } = require('@freehold/plugin-tenancy-node');

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('mails', table => {
    table.comment('Mails that are to go out, went out, or are kept to be read');
    table.text('tenant_id').notNullable();
    table.text('mail_id').notNullable().comment('Of the message it came by');
    table.text('recipient_email').notNullable();
    table.text('recipient_name');
    table.text('template').notNullable();
    table.text('subject').notNullable();
    table
      .binary('sealed_parameters')
      .comment('Envelope; null once the mail went out, since they hold links');
    table.text('state').notNullable();
    table.integer('attempts').notNullable().defaultTo(0);
    table.timestamp('next_attempt_at').notNullable();
    table.timestamp('give_up_at').notNullable();
    table.text('last_problem').comment('For staff; says nothing of the mail');
    table.timestamp('created_at').notNullable();
    table.timestamp('sent_at');
    table.primary(['tenant_id', 'mail_id']);
    table.index(['created_at', 'tenant_id', 'mail_id']);
  });
  await knex.raw(`
    alter table mails
      add constraint mails_state_known check
        (state in ('queued', 'sent', 'failed', 'kept'))`);
  // For the workers, which look every few seconds.
  await knex.raw(
    `create index mails_due on mails (next_attempt_at) where state = 'queued'`,
  );
  await isolateTenantTable(knex, 'mails');
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('mails');
};
