import { TestDatabases } from '@backstage/backend-test-utils';
import { createNotes } from '../__testUtils__/createNotes';
import { findTenantTableFaults } from './findTenantTableFaults';

jest.setTimeout(60_000);

describe('findTenantTableFaults', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  it('finds none in a table that was isolated', async () => {
    const { knex } = await createNotes(databases);
    expect(await findTenantTableFaults(knex)).toEqual([]);
  });

  it('finds none where a door is narrowed further', async () => {
    const { knex } = await createNotes(databases);
    await knex.raw(
      `create policy of_one on notes as restrictive to freehold_tenant using (body = 'own')`,
    );
    expect(await findTenantTableFaults(knex)).toEqual([]);
  });

  it.each([
    [
      'alter table notes no force row level security',
      'notes does not force row security on its owner',
    ],
    [
      'alter table notes disable row level security',
      'notes does not enable row security',
    ],
    [
      'create unique index notes_by_id on notes (note_id)',
      'notes does not lead notes_by_id with tenant_id',
    ],
    [
      'create unique index notes_by_body on notes (lower(body), tenant_id)',
      'notes does not lead notes_by_body with tenant_id',
    ],
    [
      'alter table notes drop constraint notes_pkey',
      'notes has no primary key',
    ],
    [
      'create policy everybody on notes to public using (true)',
      'notes has a policy for everybody',
    ],
    [
      'drop policy all_tenants on notes',
      'notes has policies for [freehold_tenant] instead of the two doors',
    ],
    [
      'alter table notes drop constraint notes_pkey, alter tenant_id drop not null, add primary key (note_id)',
      'notes lacks a tenant_id that is text and not null',
    ],
  ])('finds the fault after: %s', async (statement, fault) => {
    const { knex } = await createNotes(databases);
    await knex.raw(statement);
    expect(await findTenantTableFaults(knex)).toContain(fault);
  });

  it('finds a table that was forgotten', async () => {
    const { knex } = await createNotes(databases);
    await knex.raw(
      'create table loose (tenant_id text not null, id text primary key)',
    );
    expect(await findTenantTableFaults(knex)).toContain(
      'loose does not enable row security',
    );
    expect(
      await findTenantTableFaults(knex, { acrossTenants: ['loose'] }),
    ).toEqual(["loose has a tenant_id but no tenant's walls"]);
  });

  it('takes tables that belong to no tenant, when they are named and exist', async () => {
    const { knex } = await createNotes(databases);
    await knex.raw('create table failures (address text primary key)');
    expect(
      await findTenantTableFaults(knex, { acrossTenants: ['failures'] }),
    ).toEqual([]);
    expect(
      await findTenantTableFaults(knex, {
        acrossTenants: ['failures', 'gone'],
      }),
    ).toEqual(['gone does not exist']);
  });
});
