import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type {
  Membership,
  TenantDirectory,
} from '@freehold/plugin-tenancy-node';
import express from 'express';
import request from 'supertest';
import { narrowSearch } from './narrowSearch';

const memberships: Record<string, Partial<Membership>> = {
  'user:acme/ada': { kind: 'member', tenant: 'acme' },
  'user:default/olga': { kind: 'staff', tenant: 'default' },
};

const app = express()
  .use(
    narrowSearch({
      auth: mockServices.auth(),
      httpAuth: mockServices.httpAuth(),
      directory: {
        findMembership: async (ref: string) => memberships[ref],
      } as Partial<TenantDirectory> as TenantDirectory,
    }),
  )
  .use((req, res) => {
    res.json(req.query);
  });

const search = async (query: string, authorization: string) => {
  const { body } = await request(app)
    .get(`/query?${query}`)
    .set({ authorization });
  return body.filters;
};

const ada = mockCredentials.user.header('user:acme/ada');

describe('narrowSearch', () => {
  it.each([
    ['without a filter', 'term=shop'],
    [
      'that asks for both',
      'filters[namespace]=acme&filters[namespace]=default',
    ],
  ])(
    'narrows a search %s to own documents and those of the business',
    async (_how, query) => {
      expect(await search(query, ada)).toEqual({
        namespace: ['acme', 'default'],
      });
    },
  );

  it('keeps what else a member filters by', async () => {
    expect(
      await search('filters[kind]=Group&filters[namespace]=acme', ada),
    ).toEqual({ kind: 'Group', namespace: ['acme'] });
  });

  it.each([
    ['another customer', 'filters[namespace]=birch'],
    ['an unknown one', 'filters[namespace]=nobody'],
    ['an operator', 'filters[namespace][not]=acme'],
  ])('finds nothing of %s', async (_whom, query) => {
    expect(await search(query, ada)).toEqual({ namespace: [''] });
  });

  it('finds nothing for somebody whose membership ended', async () => {
    const gone = mockCredentials.user.header('user:acme/gone');
    expect(await search('term=shop', gone)).toEqual({
      namespace: ['', 'default'],
    });
  });

  it('lets staff and plugins search everything', async () => {
    const olga = mockCredentials.user.header('user:default/olga');
    expect(await search('term=shop', olga)).toBeUndefined();
    const plugin = mockCredentials.service.header();
    expect(await search('term=shop', plugin)).toBeUndefined();
  });
});
