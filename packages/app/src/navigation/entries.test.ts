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

/** Where everybody can go. */
const ALWAYS = ['search', 'notifications'];

type Options = Parameters<typeof navigationEntries>[0];
type MayRead =
  | 'canManageStaff'
  | 'canReadAudit'
  | 'canReadMail'
  | 'canReadPrices'
  | 'canReadCosts'
  | 'unreadCount';

function entriesFor(options: Omit<Options, MayRead> & Partial<Options>) {
  return navigationEntries({
    canManageStaff: false,
    canReadAudit: false,
    canReadMail: false,
    canReadPrices: false,
    canReadCosts: false,
    unreadCount: 0,
    ...options,
  });
}

function idsFor(options: Parameters<typeof entriesFor>[0]) {
  return entriesFor(options).map(({ id }) => id);
}

describe('navigationEntries', () => {
  it('names nothing of the staff side to a customer', () => {
    expect(
      idsFor({ me: member, canOrder: true, canListCustomers: false }),
    ).toEqual(['home', 'sites', 'members', 'usage', 'order', ...ALWAYS]);
  });

  it('leads to costs, after sites, who may see them', () => {
    expect(
      idsFor({
        me: member,
        canOrder: false,
        canListCustomers: false,
        canReadCosts: true,
      }),
    ).toEqual(['home', 'sites', 'costs', 'members', 'usage', ...ALWAYS]);
  });

  it('leaves ordering out for those who may not', () => {
    expect(
      idsFor({ me: member, canOrder: false, canListCustomers: false }),
    ).toEqual(['home', 'sites', 'members', 'usage', ...ALWAYS]);
  });

  it('gives staff customers and the catalog, and no members of their own', () => {
    expect(
      idsFor({ me: staff, canOrder: true, canListCustomers: true }),
    ).toEqual(['home', 'sites', 'order', 'customers', 'catalog', ...ALWAYS]);
  });

  it('leads those to the prices who may read them', () => {
    const may = { me: staff, canOrder: false, canListCustomers: false };
    expect(idsFor({ ...may, canReadPrices: true })).toContain('prices');
    expect(idsFor(may)).not.toContain('prices');
  });

  it('leads those to the audit trail who may read it', () => {
    const may = { canOrder: false, canListCustomers: false };
    expect(idsFor({ me: member, ...may, canReadAudit: true })).toContain(
      'audit',
    );
    expect(idsFor({ me: member, ...may })).not.toContain('audit');
  });

  it('gives the mails to those who may read them', () => {
    expect(
      idsFor({
        me: staff,
        canOrder: false,
        canListCustomers: false,
        canReadMail: true,
      }),
    ).toEqual(['home', 'sites', 'outbox', ...ALWAYS]);
  });

  it('leads those to the staff who manage it', () => {
    const may = { canOrder: false, canListCustomers: false };
    expect(idsFor({ me: staff, ...may, canManageStaff: true })).toContain(
      'staff',
    );
    expect(idsFor({ me: staff, ...may })).not.toContain('staff');
  });

  it.each([
    ['/', 'home'],
    ['/audit', 'audit'],
    ['/sites', 'sites'],
    ['/sites/acme/deployments/dep_1', 'sites'],
    ['/catalog/acme/component/shop', 'sites'],
    ['/catalog/default/component/portal', 'catalog'],
    ['/catalog', 'catalog'],
    ['/customers/acme', 'customers'],
    ['/staff', 'staff'],
    ['/create/templates/default/website', 'order'],
    ['/outbox/acme/mail', undefined],
    ['/notifications/all', 'notifications'],
    ['/search', 'search'],
    ['/settings', undefined],
  ])('marks for %s the entry %s', (pathname, expected) => {
    const entries = entriesFor({
      me: staff,
      canOrder: true,
      canListCustomers: true,
      canManageStaff: true,
      canReadAudit: true,
    });
    expect(
      entries.filter(entry => entry.includes(pathname)).map(({ id }) => id),
    ).toEqual(expected ? [expected] : []);
  });
});
