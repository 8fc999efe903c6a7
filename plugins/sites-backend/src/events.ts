import type { EventsService } from '@backstage/plugin-events-node';
import {
  SITES_CHANGED_TOPIC,
  type SitesChangedEvent,
} from '@freehold/plugin-sites-node';

/**
 * Tells projections to read a site again. Call it after the commit; it never
 * throws, since every consumer also reconciles by itself.
 */
export async function publishSiteChanged(
  events: EventsService,
  tenant: string,
  siteId: string,
): Promise<void> {
  const eventPayload: SitesChangedEvent = { tenant, siteId };
  await events
    .publish({ topic: SITES_CHANGED_TOPIC, eventPayload })
    .catch(() => undefined);
}
