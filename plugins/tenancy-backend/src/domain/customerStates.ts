import { ConflictError } from '@backstage/errors';
import type { CustomerState } from '@freehold/plugin-tenancy-common';

/** What leads out of a state, for people who wanted something else. */
const wayOut: Record<CustomerState, string> = {
  active: 'suspend or deactivate it first',
  suspended: 'resume it first',
  deactivated: 'reactivate it first',
};

/**
 * A suspension ends as what it was, so a suspended customer is resumed before
 * it is deactivated, and the other way round.
 *
 * @param from - the state that the change begins at
 * @throws ConflictError when the customer is in another state
 */
export function assertState(
  slug: string,
  state: CustomerState,
  from: CustomerState,
): void {
  if (state !== from) {
    throw new ConflictError(`Customer '${slug}' is ${state}; ${wayOut[state]}`);
  }
}

/**
 * @throws ConflictError unless the customer's members can sign in
 */
export function assertCanSignIn(slug: string, state: CustomerState): void {
  if (state !== 'active') {
    throw new ConflictError(
      `Customer '${slug}' is ${state}, so its members cannot sign in; ${wayOut[state]}`,
    );
  }
}
