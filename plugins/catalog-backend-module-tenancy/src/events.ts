import type { EventParams } from '@backstage/plugin-events-node';
import {
  SITES_CHANGED_TOPIC,
  type SitesChangedEvent,
} from '@freehold/plugin-sites-node';
import {
  TENANCY_CHANGED_TOPIC,
  type TenancyChangedEvent,
} from '@freehold/plugin-tenancy-node';
import type { Change } from './provider/changes';

export const topics = [TENANCY_CHANGED_TOPIC, SITES_CHANGED_TOPIC];

/** What an event says has changed. */
export function toChange({ topic, eventPayload }: EventParams): Change {
  if (topic === SITES_CHANGED_TOPIC) {
    const { tenant, siteId } = eventPayload as SitesChangedEvent;
    return { kind: 'site', tenant, siteId };
  }
  const { tenant, member } = eventPayload as TenancyChangedEvent;
  return member
    ? { kind: 'member', tenant, member }
    : { kind: 'customer', tenant };
}
