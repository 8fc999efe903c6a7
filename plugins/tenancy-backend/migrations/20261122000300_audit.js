const { isolateTenantTable } = require('@freehold/plugin-tenancy-node');

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('audit_chains', table => {
    table.comment('How long each tenant’s trail is, and its last hash');
    table.text('tenant_id').notNullable().primary();
    table.bigint('length').notNullable();
    table.binary('head').notNullable().comment('Hash of the last event');
  });

  await knex.schema.createTable('audit_events', table => {
    table.comment('Who did what; a row never changes and never goes');
    table.text('tenant_id').notNullable();
    table.bigint('sequence').notNullable().comment('From 1, without gaps');
    table
      .binary('digest')
      .notNullable()
      .comment('SHA-256 of the content as canonical JSON');
    table
      .binary('hash')
      .notNullable()
      .comment('SHA-256 of the hash before and the digest');
    table
      .bigint('cleared_by')
      .comment('The event that says why the content is gone');
    table
      .uuid('id')
      .comment('Of the message; keeps the digest from being guessed');
    table.text('kind').comment('By which retention differs');
    table.timestamp('occurred_at');
    table.timestamp('recorded_at');
    table.text('actor').comment('Entity ref, or plugin:<id>; null: nobody');
    table.text('viewing_as');
    table.text('action');
    table.text('object_kind');
    table.text('object_id');
    table.text('object_name');
    table.text('outcome');
    table.text('reason');
    table.jsonb('before');
    table.jsonb('after');
    table.text('request_id');
    table.text('address');
    table.specificType('words', 'tsvector').comment('For search only');
    table.primary(['tenant_id', 'sequence']);
    table.unique(['tenant_id', 'id']);
    table.foreign('tenant_id').references('audit_chains.tenant_id');
  });
  await knex.raw(`
    alter table audit_events
      add constraint audit_events_kind_known check
        (kind in ('change', 'sign-in', 'refusal', 'trail')),
      add constraint audit_events_outcome_known check
        (outcome in ('succeeded', 'refused', 'failed')),
      add constraint audit_events_content_or_cleared check
        (case when cleared_by is null
          then num_nulls(id, kind, occurred_at, recorded_at, action,
                         object_kind, object_id, outcome, words) = 0
          else num_nonnulls(id, kind, occurred_at, recorded_at, actor,
                            viewing_as, action, object_kind, object_id,
                            object_name, outcome, reason, before, after,
                            request_id, address, words) = 0
        end)`);

  // One tenant's trail, and everybody's for staff: newest first, as it is or
  // narrowed by who, what and to which thing.
  for (const narrowed of [
    '',
    'actor, ',
    'action, ',
    'object_kind, object_id, ',
  ]) {
    await knex.raw(`create index on audit_events
      (tenant_id, ${narrowed}occurred_at, sequence) where cleared_by is null`);
    await knex.raw(`create index on audit_events
      (${narrowed}occurred_at, tenant_id, sequence) where cleared_by is null`);
  }
  await knex.raw(`create index on audit_events (occurred_at, tenant_id, sequence)
    where cleared_by is null and outcome <> 'succeeded'`);
  // What staff did is asked for by the beginning of a name, which PostgreSQL
  // takes for rare, and behind row security not by an index of names.
  const byStaff = `cleared_by is null and actor like 'user:default/%'`;
  await knex.raw(`create index on audit_events
    (tenant_id, occurred_at, sequence) where ${byStaff}`);
  await knex.raw(`create index on audit_events
    (occurred_at, tenant_id, sequence) where ${byStaff}`);
  await knex.raw(`create index on audit_events (kind, occurred_at)
    where cleared_by is null and kind <> 'trail'`);
  // The tenant is one of the words: no extension is needed to lead with it.
  await knex.raw('create index on audit_events using gin (words)');
  // How often a word occurs decides how a search goes about it.
  await knex.raw('alter table audit_events alter words set statistics 1000');

  await knex.schema.createTable('audit_checks', table => {
    table.comment('What the last check of each trail found');
    table.text('tenant_id').notNullable().primary();
    table.timestamp('checked_at').notNullable();
    table.bigint('events').notNullable();
    table.jsonb('fault').comment('The first fault; null: the trail is whole');
  });

  for (const table of ['audit_chains', 'audit_events', 'audit_checks']) {
    await isolateTenantTable(knex, table);
  }
  await refuseChanges(knex);
};

/**
 * What is written stays: not even a mistake in our own code changes or removes
 * an event. Whoever owns the tables can lift this, which the check then finds.
 *
 * @param {import('knex').Knex} knex
 */
async function refuseChanges(knex) {
  await knex.raw(`
    revoke delete on audit_events, audit_chains from freehold_tenant, freehold_all;

    create function refuse_audit_change() returns trigger language plpgsql as $$
    begin
      raise exception 'The audit trail is only ever added to';
    end $$;

    create function refuse_audit_rewrite() returns trigger language plpgsql as $$
    begin
      if current_setting('freehold.audit_retention', true) is distinct from 'on'
         or old.cleared_by is not null or new.cleared_by is null
         or new.tenant_id <> old.tenant_id or new.sequence <> old.sequence
         or new.digest <> old.digest or new.hash <> old.hash then
        raise exception 'The audit trail is only ever added to';
      end if;
      return new;
    end $$;

    create function refuse_audit_shortening() returns trigger language plpgsql as $$
    begin
      if new.tenant_id <> old.tenant_id or new.length <= old.length then
        raise exception 'The audit trail is only ever added to';
      end if;
      return new;
    end $$;

    create trigger only_cleared before update on audit_events
      for each row execute function refuse_audit_rewrite();
    create trigger never_deleted before delete on audit_events
      for each row execute function refuse_audit_change();
    create trigger never_emptied before truncate on audit_events
      for each statement execute function refuse_audit_change();
    create trigger only_longer before update on audit_chains
      for each row execute function refuse_audit_shortening();
    create trigger never_deleted before delete on audit_chains
      for each row execute function refuse_audit_change();
    create trigger never_emptied before truncate on audit_chains
      for each statement execute function refuse_audit_change()`);
}

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('audit_checks');
  await knex.schema.dropTable('audit_events');
  await knex.schema.dropTable('audit_chains');
  for (const name of ['change', 'rewrite', 'shortening']) {
    await knex.raw(`drop function refuse_audit_${name}()`);
  }
};
