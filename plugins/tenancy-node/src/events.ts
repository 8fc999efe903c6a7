/**
 * Published after a customer or a member changed, so that projections can read
 * the truth again. It names the object and says nothing else about it.
 */
export const TENANCY_CHANGED_TOPIC = 'freehold.tenancy.changed';

export interface TenancyChangedEvent {
  tenant: string;
  /** The member that changed; absent when the customer itself did. */
  member?: string;
}
