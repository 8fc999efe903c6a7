import { mockCredentials } from '@backstage/backend-test-utils';
import {
  customerListPermission,
  customerReadPermission,
} from '@freehold/plugin-tenancy-common';
import {
  type Membership,
  RecentMemberships,
} from '@freehold/plugin-tenancy-node';
import { DirectPermissions } from './DirectPermissions';

const membershipOf = (tenant: string, role: string) =>
  ({
    kind: tenant === 'default' ? 'staff' : 'member',
    tenant,
    role,
    userEntityRef: `user:${tenant}/${role}`,
  }) as Membership;

describe('DirectPermissions', () => {
  const credentials = mockCredentials.user('user:acme/owner');
  const fromBackstage = [{ result: 'DENY' }];
  const inner = {
    authorize: jest.fn(async () => fromBackstage as any),
    authorizeConditional: jest.fn(async () => fromBackstage as any),
  };
  let now = 0;
  let recent: RecentMemberships;
  let permissions: DirectPermissions;

  beforeEach(() => {
    jest.clearAllMocks();
    now = 0;
    recent = RecentMemberships.create({ now: () => now });
    permissions = DirectPermissions.create(inner, recent);
  });

  const ask = (permission: any) =>
    permissions.authorizeConditional([{ permission }], { credentials });

  it('narrows a member who was let in just now to their own tenant', async () => {
    recent.note(credentials, membershipOf('acme', 'owner'));
    expect(await ask(customerReadPermission)).toMatchObject([
      {
        result: 'CONDITIONAL',
        conditions: { rule: 'IS_OF_TENANT', params: { tenant: 'acme' } },
      },
    ]);
    expect(inner.authorizeConditional).not.toHaveBeenCalled();
  });

  it('denies by the same table', async () => {
    recent.note(credentials, membershipOf('acme', 'owner'));
    expect(
      await permissions.authorize([{ permission: customerListPermission }], {
        credentials,
      }),
    ).toEqual([{ result: 'DENY' }]);
    expect(inner.authorize).not.toHaveBeenCalled();
  });

  it('takes one caller’s membership for nobody else’s', async () => {
    recent.note(
      mockCredentials.user('user:acme/owner'),
      membershipOf('acme', 'owner'),
    );
    await ask(customerReadPermission);
    expect(inner.authorizeConditional).toHaveBeenCalledTimes(1);
  });

  it('asks Backstage again about a caller who was let in a while ago', async () => {
    recent.note(credentials, membershipOf('acme', 'owner'));
    now = 1_000;
    expect(await ask(customerReadPermission)).toBe(fromBackstage);
    expect(inner.authorizeConditional).toHaveBeenCalledWith(
      [{ permission: customerReadPermission }],
      { credentials },
    );
  });

  it('leaves single resources to the plugins that know them', async () => {
    recent.note(credentials, membershipOf('acme', 'owner'));
    await permissions.authorize(
      [{ permission: customerReadPermission, resourceRef: 'acme' }],
      { credentials },
    );
    expect(inner.authorize).toHaveBeenCalledTimes(1);
  });
});
