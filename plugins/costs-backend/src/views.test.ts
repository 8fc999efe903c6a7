import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  startCostsBackend,
  type CostsBackend,
} from './__testUtils__/startCostsBackend';

jest.setTimeout(120_000);

const PARAMETERS = {
  range: 'last-month',
  by: 'service_name',
  filter: ['service_name:Compute'],
  vs: 'before',
};

describe('saved views', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let backend: CostsBackend;

  beforeEach(async () => {
    knex = await databases.init('POSTGRES_18');
    backend = await startCostsBackend(knex);
  });

  const save = async (user: string, body: object = {}, status = 201) => {
    const { body: saved } = await backend
      .as(user)
      .post('/api/costs/views')
      .send({ name: 'Computing', parameters: PARAMETERS, ...body })
      .expect(status);
    return saved;
  };
  const list = async (user: string) => {
    const { body } = await backend.as(user).get('/api/costs/views').expect(200);
    return body.items;
  };

  it('come back as they were saved, to the one who did and to nobody else', async () => {
    const saved = await save('acme/anna');
    expect(await list('acme/anna')).toEqual([
      {
        viewId: saved.viewId,
        name: 'Computing',
        owner: 'user:acme/anna',
        parameters: PARAMETERS,
        isShared: false,
        isOwn: true,
        isDefault: false,
      },
    ]);
    for (const other of ['acme/adam', 'birch/bea', 'default/frank']) {
      expect(await list(other)).toEqual([]);
    }
  });

  it('are seen in the whole tenant once they are shared, and changed by their owner alone', async () => {
    const { viewId } = await save('acme/anna', { isShared: true });
    expect(await list('acme/adam')).toEqual([
      expect.objectContaining({ viewId, isOwn: false }),
    ]);
    expect(await list('birch/bea')).toEqual([]);
    expect(await list('default/frank')).toEqual([]);

    const path = `/api/costs/views/${viewId}`;
    const { body } = await backend
      .as('acme/adam')
      .patch(path)
      .send({ name: 'Mine' })
      .expect(403);
    expect(body.error.message).toContain('Save it under a name of your own');
    await backend.as('acme/adam').delete(path).expect(403);
    await backend
      .as('acme/anna')
      .patch(path)
      .send({ isShared: false, name: 'Only mine' })
      .expect(200);
    expect(await list('acme/adam')).toEqual([]);
    await backend.as('acme/adam').delete(path).expect(404);
    await backend.as('acme/anna').delete(path).expect(204);
    expect(await list('acme/anna')).toEqual([]);
  });

  it('of staff are shared with staff, never with a customer', async () => {
    await save('default/frank', { isShared: true });
    expect(await list('default/sara')).toHaveLength(1);
    expect(await list('acme/anna')).toEqual([]);
  });

  it('one of them is where its reader begins, until it is no longer shared', async () => {
    const { viewId } = await save('acme/anna', { isShared: true });
    const choose = (user: string, view?: string) =>
      backend
        .as(user)
        .put('/api/costs/default-view')
        .send({ view: view ?? null });
    await choose('acme/adam', viewId).expect(204);
    expect((await list('acme/adam'))[0].isDefault).toBe(true);
    expect((await list('acme/anna'))[0].isDefault).toBe(false);
    await choose('birch/bea', viewId).expect(404);
    await choose('acme/adam').expect(204);
    expect((await list('acme/adam'))[0].isDefault).toBe(false);

    await choose('acme/adam', viewId).expect(204);
    await backend
      .as('acme/anna')
      .delete(`/api/costs/views/${viewId}`)
      .expect(204);
    expect(await list('acme/adam')).toEqual([]);
  });

  it('have one name each of one person', async () => {
    await save('acme/anna');
    await save('acme/adam');
    await save('acme/anna', {}, 409);
    const other = await save('acme/anna', { name: 'Other' });
    const { body } = await backend
      .as('acme/anna')
      .patch(`/api/costs/views/${other.viewId}`)
      .send({ name: 'Computing' })
      .expect(409);
    expect(body.error.message).toContain('Choose another name');
  });

  it.each([
    [{ from: '2026-01-01' }, 'Give both'],
    [{ from: '2026-02-01', to: '2026-01-01' }, 'ends before it begins'],
    [{ vs: 'custom' }, 'vsFrom'],
    [{ filter: ['secret:1'] }, 'There is no dimension'],
    [{ by: 'secret' }, 'There is no dimension'],
    [{ script: '<script>' }, 'additional properties'],
  ])('refuse what no page would show: %j', async (parameters, words) => {
    const { error } = await save('acme/anna', { parameters }, 400);
    expect(error.message).toContain(words);
  });

  it('are shown by a door that says nobody only where they are shared, and changed there never', async () => {
    await save('acme/anna');
    await save('acme/anna', { name: 'Shared', isShared: true });
    await backend.database.transaction('acme', async trx => {
      expect(await trx('saved_views').pluck('name')).toEqual(['Shared']);
      expect(await trx('saved_views').update({ name: 'Taken' })).toBe(0);
      expect(await trx('saved_views').delete()).toBe(0);
    });
    await expect(
      backend.database.transaction('acme', async trx => {
        await trx.raw(
          `select set_config('freehold.person', 'user:acme/adam', true)`,
        );
        await trx('saved_views').insert({
          tenant_id: 'acme',
          view_id: 'forged',
          owner: 'user:acme/anna',
          name: 'Forged',
          parameters: '{}',
          is_shared: false,
        });
      }),
    ).rejects.toThrow('row-level security');
  });
});
