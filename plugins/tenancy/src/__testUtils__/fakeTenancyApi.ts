import type {
  Customer,
  Member,
  MonthlyCost,
  SitesUsage,
  TenancyApi,
  Usage,
} from '../api';

const CREATED = '2026-01-05T09:00:00.000Z';

export function customer(changes: Partial<Customer> = {}): Customer {
  return {
    slug: 'acme',
    name: 'Acme Ltd',
    tier: 'standard',
    state: 'active',
    requiresApproval: false,
    memberCount: 2,
    createdAt: CREATED,
    updatedAt: CREATED,
    ...changes,
  };
}

export function member(
  name: string,
  role: Member['role'],
  changes: Partial<Member> = {},
): Member {
  return {
    customer: 'acme',
    name,
    email: `${name}@acme.example`,
    displayName: name[0].toUpperCase() + name.slice(1),
    role,
    entityRef: `user:acme/${name}`,
    createdAt: CREATED,
    ...changes,
  };
}

export const link = {
  url: 'http://localhost/set-password#token=once',
  expiresAt: '2099-01-01T00:00:00.000Z',
};

export function usage(changes: Partial<Usage> = {}): Usage {
  const limits = {
    requestsPerMinute: 100,
    deploymentsPerHour: 10,
    sites: 10,
    sizes: ['small'],
  };
  return {
    tier: 'standard',
    limits,
    tierLimits: limits,
    ownLimits: {},
    requests: { limit: 100, used: 37, resetSeconds: 20 },
    pages: { limit: 1_000, used: 12, resetSeconds: 50 },
    ...changes,
  };
}

export function sitesUsage(changes: Partial<SitesUsage> = {}): SitesUsage {
  return {
    deployments: { limit: 10, used: 2, nextFreeSeconds: 1_500 },
    sites: { limit: 10, used: 3 },
    sizes: [
      { size: 'small', title: 'Small', sites: 3, isIncluded: true },
      { size: 'large', title: 'Large', sites: 0, isIncluded: false },
    ],
    ...changes,
  };
}

export function monthlyCost(changes: Partial<MonthlyCost> = {}): MonthlyCost {
  return {
    limit: {
      amount: '100.00',
      currency: 'EUR',
      reason: 'As agreed in May',
      setBy: 'user:default/frank',
      setAt: CREATED,
    },
    totals: [{ amount: '40.00', currency: 'EUR' }],
    sites: [
      {
        siteId: 'site_1',
        name: 'shop',
        title: 'Shop',
        amount: '30.00',
        currency: 'EUR',
      },
    ],
    ...changes,
  };
}

/** A tenancy API of which a test gives the parts it needs. */
export function fakeTenancyApi(parts: Partial<TenancyApi>): TenancyApi {
  return new Proxy(parts as TenancyApi, {
    get: (target, method: keyof TenancyApi) =>
      target[method] ??
      (() => {
        throw new Error(`Unexpected call of ${method}`);
      }),
  });
}
