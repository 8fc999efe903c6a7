/**
 * Words of events begin with their week from now on, so that the index of them
 * can be asked for some weeks only.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await rewriteWords(
    knex,
    `floor(extract(epoch from occurred_at) / 604800)::text || '/' || word`,
  );
  await knex.raw('alter table audit_events alter words set statistics -1');
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await rewriteWords(knex, `regexp_replace(word, '^[0-9]+/', '')`);
  await knex.raw('alter table audit_events alter words set statistics 1000');
};

/**
 * Words are for search only: no digest covers them.
 *
 * @param {import('knex').Knex} knex
 * @param {string} rewritten - SQL of a word
 */
async function rewriteWords(knex, rewritten) {
  await knex.raw(`
    alter table audit_events no force row level security;
    alter table audit_events disable trigger only_cleared;
    update audit_events
       set words = array_to_tsvector(
         array(select ${rewritten} from unnest(tsvector_to_array(words)) word))
     where words is not null;
    alter table audit_events enable trigger only_cleared;
    alter table audit_events force row level security`);
}
