const known = ['attempts-used-up', 'interrupted-too-often', 'runner-failed'];

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await allow(knex, [...known, 'machine-lost']);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  // Row security is forced on the owner too, who sees no row of any tenant.
  await knex.raw('alter table dead_letters no force row level security');
  await knex('dead_letters')
    .where({ why: 'machine-lost' })
    .update({ why: 'runner-failed' });
  await knex.raw('alter table dead_letters force row level security');
  await allow(knex, known);
};

async function allow(knex, reasons) {
  await knex.raw(
    'alter table dead_letters drop constraint dead_letters_why_known',
  );
  const list = reasons.map(reason => `'${reason}'`).join(', ');
  await knex.raw(
    `alter table dead_letters
       add constraint dead_letters_why_known check (why in (${list}))`,
  );
}
