import type { Customer, Member, TenancyApi } from '../api';

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
