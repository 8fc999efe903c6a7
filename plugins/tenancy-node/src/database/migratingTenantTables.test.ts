import { TestDatabases } from '@backstage/backend-test-utils';
import { createNotes } from '../__testUtils__/createNotes';

jest.setTimeout(60_000);

// What the README tells authors of migrations, tried on old rows.
describe('a migration of a table with forced row security', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  it('fills in nothing, silently, while force is on', async () => {
    const { knex, readAll } = await createNotes(databases);
    expect(await knex('notes').update({ body: 'filled in' })).toBe(0);
    expect((await readAll()).map(({ body }) => body)).not.toContain(
      'filled in',
    );
  });

  it('fills in every row when it lifts force for its transaction', async () => {
    const { knex, readAll } = await createNotes(databases);
    await knex.transaction(async trx => {
      await trx.raw('alter table notes no force row level security');
      expect(await trx('notes').update({ body: 'filled in' })).toBe(2);
      await trx.raw('alter table notes force row level security');
    });
    expect((await readAll()).map(({ body }) => body)).toEqual([
      'filled in',
      'filled in',
    ]);
    expect(await knex('notes').select()).toEqual([]);
  });

  it('leaves force on when it fails half-way', async () => {
    const { knex } = await createNotes(databases);
    await knex
      .transaction(async trx => {
        await trx.raw('alter table notes no force row level security');
        throw new Error('stop');
      })
      .catch(() => {});
    expect(await knex('notes').select()).toEqual([]);
  });

  it('adds a foreign key unchecked while force is on, and checked without', async () => {
    const { knex } = await createNotes(databases);
    await knex.raw('create table books (tenant_id text primary key)');
    const addKey = `alter table notes add constraint notes_book
      foreign key (tenant_id) references books (tenant_id)`;
    await knex.raw(addKey);
    await knex.raw('alter table notes drop constraint notes_book');
    await expect(
      knex.transaction(async trx => {
        await trx.raw('alter table notes no force row level security');
        await trx.raw(addKey);
      }),
    ).rejects.toThrow(/violates foreign key constraint/);
  });
});
