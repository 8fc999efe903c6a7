import type {
  BackstageCredentials,
  PermissionsService,
  PermissionsServiceRequestOptions,
} from '@backstage/backend-plugin-api';
import { decideFor } from '@freehold/plugin-permission-backend-module-tenancy';
import type {
  Membership,
  RecentMemberships,
} from '@freehold/plugin-tenancy-node';

type Authorize = PermissionsService['authorize'];
type AuthorizeConditional = PermissionsService['authorizeConditional'];

/**
 * Backstage's permissions, but decided in this process for a caller whose token
 * it has just checked: by the same table, and by what the directory said then.
 * Asking the permission plugin over HTTP would check the very same token again
 * and cost as much as all the rest of the request.
 *
 * Whoever was checked longer ago, such as the starter of a task, and whatever
 * is about single resources, goes the way of Backstage.
 */
export class DirectPermissions implements PermissionsService {
  static create(
    inner: PermissionsService,
    recent: Pick<RecentMemberships, 'find'>,
  ): DirectPermissions {
    return new DirectPermissions(inner, recent);
  }

  private constructor(
    private readonly inner: PermissionsService,
    private readonly recent: Pick<RecentMemberships, 'find'>,
  ) {}

  readonly authorize: Authorize = async (requests, options) => {
    const membership = this.memberOf(options);
    const isBasic = requests.every(it => it.permission.type === 'basic');
    if (!membership || !isBasic) {
      return this.inner.authorize(requests, options);
    }
    return requests.map(({ permission }) =>
      decideBasic(membership, permission),
    );
  };

  readonly authorizeConditional: AuthorizeConditional = async (
    requests,
    options,
  ) => {
    const membership = this.memberOf(options);
    return membership
      ? requests.map(({ permission }) => decideFor(membership, permission))
      : this.inner.authorizeConditional(requests, options);
  };

  private memberOf(
    options?: PermissionsServiceRequestOptions,
  ): Membership | undefined {
    return options && 'credentials' in options
      ? this.recent.find(options.credentials as BackstageCredentials)
      : undefined;
  }
}

/** A permission that is about nothing in particular has no conditions. */
function decideBasic(
  membership: Membership,
  permission: Parameters<typeof decideFor>[1],
) {
  const decision = decideFor(membership, permission);
  if (decision.result === 'CONDITIONAL') {
    throw new Error(
      `${permission.name} is decided by conditions it cannot have`,
    );
  }
  return { result: decision.result };
}
