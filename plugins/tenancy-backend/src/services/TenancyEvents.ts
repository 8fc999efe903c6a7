import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  TENANCY_CHANGED_TOPIC,
  type TenancyChangedEvent,
} from '@freehold/plugin-tenancy-node';

/**
 * Tells projections that the truth changed. Call it after the commit. A lost
 * event is made up for by their next reconciliation, so it fails no request.
 */
export class TenancyEvents {
  static create(options: {
    events: EventsService;
    logger: LoggerService;
  }): TenancyEvents {
    return new TenancyEvents(options.events, options.logger);
  }

  private constructor(
    private readonly events: EventsService,
    private readonly logger: LoggerService,
  ) {}

  async publish(...changes: TenancyChangedEvent[]): Promise<void> {
    for (const eventPayload of changes) {
      try {
        await this.events.publish({
          topic: TENANCY_CHANGED_TOPIC,
          eventPayload,
        });
      } catch (error) {
        this.logger.warn(
          'Could not publish a change of tenancy',
          toError(error),
        );
      }
    }
  }
}
