import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PermissionCriteria,
  type PermissionCondition,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  customerListPermission,
  customerReadPermission,
} from '@freehold/plugin-tenancy-common';
import { createTenantResource, IS_OF_TENANT } from './createTenantResource';
import { TenantAccess } from './TenantAccess';

const credentials = mockCredentials.user();

function accessWith(decision: PolicyDecision) {
  return TenantAccess.create(
    mockServices.permissions.mock({
      authorizeConditional: async () => [decision],
      authorize: async () => [
        {
          result:
            decision.result === AuthorizeResult.ALLOW
              ? AuthorizeResult.ALLOW
              : AuthorizeResult.DENY,
        },
      ],
    }),
  );
}

function onCondition(
  conditions: PermissionCriteria<PermissionCondition>,
): PolicyDecision {
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'tenancy',
    resourceType: 'customer',
    conditions,
  };
}

const isOf = (tenant: string): PermissionCondition => ({
  resourceType: 'customer',
  rule: IS_OF_TENANT,
  params: { tenant },
});

describe('TenantAccess', () => {
  it('lets whom the policy allows everything into every tenant', async () => {
    const access = accessWith({ result: AuthorizeResult.ALLOW });
    await expect(
      access.scopeOf(credentials, customerReadPermission),
    ).resolves.toEqual({ all: true });
    await expect(
      access.authorize(credentials, customerReadPermission, 'acme'),
    ).resolves.toBeUndefined();
    await expect(
      access.authorizeEverywhere(credentials, customerListPermission),
    ).resolves.toBeUndefined();
  });

  it('lets members into their own tenant, and answers for others as for unknown ones', async () => {
    const access = accessWith(onCondition(isOf('acme')));
    await expect(
      access.scopeOf(credentials, customerReadPermission),
    ).resolves.toEqual({ all: false, tenant: 'acme' });
    await expect(
      access.authorize(credentials, customerReadPermission, 'acme'),
    ).resolves.toBeUndefined();
    await expect(
      access.authorize(credentials, customerReadPermission, 'birch'),
    ).rejects.toMatchObject({
      name: 'NotFoundError',
      message: "There is no customer 'birch'",
    });
  });

  it.each([
    ['a denial', { result: AuthorizeResult.DENY } as PolicyDecision],
    ['a rule it does not know', onCondition({ ...isOf('acme'), rule: 'ELSE' })],
    ['a rule without a tenant', onCondition({ ...isOf('acme'), params: {} })],
    ['the opposite of its rule', onCondition({ not: isOf('acme') })],
    ['several rules', onCondition({ anyOf: [isOf('acme'), isOf('birch')] })],
  ])('stays closed on %s', async (_what, decision) => {
    const access = accessWith(decision);
    await expect(
      access.authorize(credentials, customerReadPermission, 'acme'),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    await expect(
      access.authorizeEverywhere(credentials, customerListPermission),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
  });
});

describe('createTenantResource', () => {
  const resource = createTenantResource({
    pluginId: 'tenancy',
    resourceType: 'customer',
  });

  it('knows the tenant of a thing from its ref', async () => {
    await expect(
      resource.getResources(['acme', 'birch/site_1']),
    ).resolves.toEqual([{ tenant: 'acme' }, { tenant: 'birch' }]);
  });

  it('has one rule, which holds for things of that tenant only', () => {
    const [rule, ...others] = resource.rules;
    expect(others).toEqual([]);
    expect(rule.apply({ tenant: 'acme' }, { tenant: 'acme' })).toBe(true);
    expect(rule.apply({ tenant: 'birch' }, { tenant: 'acme' })).toBe(false);
    expect(rule.toQuery({ tenant: 'acme' })).toEqual({ tenant: 'acme' });
  });
});
