import type { Me } from '@freehold/plugin-tenancy-react';
import { navigationEntries } from './entries';

const member: Me = {
  kind: 'member',
  tenant: 'acme',
  tenantName: 'Acme Ltd',
  role: 'owner',
  entityRef: 'user:acme/ann',
  displayName: 'Ann',
  email: 'ann@acme.example',
};
const staff: Me = { ...member, kind: 'staff', tenant: 'default' };

function idsFor(options: Parameters<typeof navigationEntries>[0]) {
  return navigationEntries(options).map(({ id }) => id);
}

describe('navigationEntries', () => {
  it('names nothing of the staff side to a customer', () => {
    expect(
      idsFor({ me: member, canOrder: true, canListCustomers: false }),
    ).toEqual(['home', 'sites', 'members', 'usage', 'order']);
  });

  it('leaves ordering out for those who may not', () => {
    expect(
      idsFor({ me: member, canOrder: false, canListCustomers: false }),
    ).toEqual(['home', 'sites', 'members', 'usage']);
  });

  it('gives staff customers and the catalog, and no members of their own', () => {
    expect(
      idsFor({ me: staff, canOrder: true, canListCustomers: true }),
    ).toEqual(['home', 'sites', 'order', 'customers', 'catalog']);
  });

  it.each([
    ['/', 'home'],
    ['/sites', 'sites'],
    ['/sites/acme/deployments/dep_1', 'sites'],
    ['/catalog/acme/component/shop', 'sites'],
    ['/catalog/default/component/portal', 'catalog'],
    ['/catalog', 'catalog'],
    ['/customers/acme', 'customers'],
    ['/create/templates/default/website', 'order'],
    ['/settings', undefined],
  ])('marks for %s the entry %s', (pathname, expected) => {
    const entries = navigationEntries({
      me: staff,
      canOrder: true,
      canListCustomers: true,
    });
    expect(
      entries.filter(entry => entry.includes(pathname)).map(({ id }) => id),
    ).toEqual(expected ? [expected] : []);
  });
});
