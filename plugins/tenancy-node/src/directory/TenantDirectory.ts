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

/** A look of one of the staff at the portal as a customer sees it. */
export interface Viewing {
  viewingId: string;
  /** Why, in the words of who views; the customer's owners read it. */
  reason: string;
  startedAt: Date;
  /** It ends by itself then. */
  expiresAt: Date;
}

/** Who a signed-in user is, and whether they may be here at all right now. */
export type Membership = {
  /** The customer's slug, or `default` for staff who don't view as one. */
  tenant: string;
  /**
   * Name of the User entity in that namespace. Who views as a customer has
   * none there, and a name that nobody can have.
   */
  member: string;
  userEntityRef: string;
  displayName: string;
  email: string;
  /** Sign-ins before this instant count no more. */
  signedInAfter?: Date;
} & (
  | { kind: 'member'; role: MemberRole; tier: CustomerTier }
  | { kind: 'staff'; role: StaffRole }
  | {
      /** One of the staff who views as a customer, and only reads. */
      kind: 'viewing';
      role: 'viewer';
      tier: CustomerTier;
      viewing: Viewing;
    }
);

export interface Customer {
  slug: string;
  name: string;
  tier: CustomerTier;
  state: CustomerState;
  /** Deployments of this customer wait for staff before they apply. */
  requiresApproval: boolean;
  /** Set while the state is `suspended`. */
  suspension?: {
    since: Date;
    /** Visitors of its sites see a notice, too. */
    suspendsSites: boolean;
  };
}

/** Read access to the truth about tenants, for every plugin's backend. */
export interface TenantDirectory {
  /**
   * The membership behind a user, or undefined when there is none, the member
   * was removed, or the customer is suspended or deactivated. Staff who view as
   * a customer are narrowed to it, in all their sessions. Never cached: a
   * removal holds from the next request on.
   */
  findMembership(userEntityRef: string): Promise<Membership | undefined>;

  /**
   * The memberships an e-mail address signs in to; agencies have several.
   * Removed members, suspended and deactivated customers are left out, as above.
   *
   * @param email - in any case
   */
  findMembershipsByEmail(email: string): Promise<Membership[]>;

  /**
   * The memberships an e-mail address would sign in to, were their customers
   * not suspended.
   *
   * @param email - in any case
   */
  findSuspendedMembershipsByEmail(email: string): Promise<Membership[]>;

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

  /** Slugs of all customers, whatever their state. For jobs only. */
  listCustomerSlugs(): Promise<string[]>;

  /** Slugs of the suspended customers whose sites are suspended with them. */
  listTenantsWithSuspendedSites(): Promise<string[]>;

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
