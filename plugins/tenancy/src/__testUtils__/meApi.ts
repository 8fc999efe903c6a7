import type { Me, MeApi } from '@freehold/plugin-tenancy-react';

export function meApi(changes: Partial<Me>): MeApi {
  const me: Me = {
    kind: 'member',
    tenant: 'acme',
    tenantName: 'Acme Ltd',
    role: 'owner',
    entityRef: 'user:acme/ann',
    displayName: 'Ann',
    email: 'ann@acme.example',
    ...changes,
  };
  return { cached: () => me, load: async () => me };
}
