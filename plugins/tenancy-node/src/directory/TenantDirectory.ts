import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type {
  CustomerState,
  CustomerTier,
  MemberRole,
  Role,
  StaffRole,
} from '@freehold/plugin-tenancy-common';
import { DatabaseTenantDirectory } from './DatabaseTenantDirectory';

/** Who a signed-in user is, and whether they may be here at all right now. */
export type Membership = {
  /** The customer's slug, or `default` for staff. */
  tenant: string;
  /** Name of the User entity in that namespace. */
  member: string;
  userEntityRef: string;
  displayName: string;
  email: string;
} & (
  | { kind: 'member'; role: MemberRole; tier: CustomerTier }
  | { kind: 'staff'; role: StaffRole }
);

export interface Customer {
  slug: string;
  name: string;
  tier: CustomerTier;
  state: CustomerState;
  /** Deployments of this customer wait for staff before they apply. */
  requiresApproval: boolean;
}

/** Read access to the truth about tenants, for every plugin's backend. */
export interface TenantDirectory {
  /**
   * The membership behind a user, or undefined when there is none, the member
   * was removed, or the customer is deactivated. Never cached: a removal holds
   * from the next request on.
   */
  findMembership(userEntityRef: string): Promise<Membership | undefined>;

  /**
   * The memberships an e-mail address signs in to; agencies have several.
   * Removed members and deactivated customers are left out, as above.
   *
   * @param email - in any case
   */
  findMembershipsByEmail(email: string): Promise<Membership[]>;

  /**
   * Who holds one of these roles in a tenant, ordered by name. Removed members
   * and deactivated customers are left out, as above.
   *
   * @param tenant - the customer's slug, or `default` for staff
   */
  findMembersWithRoles(
    tenant: string,
    roles: readonly Role[],
  ): Promise<Membership[]>;

  /** The customer with this slug, active or not. */
  findCustomer(slug: string): Promise<Customer | undefined>;

  /** The customers with these slugs, keyed by slug; unknown ones are absent. */
  findCustomers(slugs: readonly string[]): Promise<Map<string, Customer>>;

  /** How many customers are active. For staff only. */
  countCustomers(): Promise<number>;
}

/**
 * Root service: one small connection pool on the tenancy plugin's schema for
 * the whole process, whichever plugin asks.
 */
export const tenantDirectoryServiceRef = createServiceRef<TenantDirectory>({
  id: 'freehold.tenancy.directory',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.rootLogger,
        lifecycle: coreServices.rootLifecycle,
      },
      factory: deps => DatabaseTenantDirectory.fromConfig(deps),
    }),
});
