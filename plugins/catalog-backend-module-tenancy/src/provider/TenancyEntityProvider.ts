import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import type {
  DeferredEntity,
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import {
  toComponent,
  toCustomerGroup,
  toStaffGroup,
  toUser,
} from '../entities';
import type { PortalReader } from '../portal/PortalReader';
import { keyOf, readDelta, type Change } from './changes';

const LOCATION_KEY = 'tenancy';
/** Long enough to take the steps of one deployment together. */
const DEBOUNCE_MS = 200;
const RETRY_MS = 5_000;

/**
 * Projects customers, members, staff and sites into the catalog: all of them
 * on {@link reconcile}, single ones on {@link noteChange}.
 */
export class TenancyEntityProvider implements EntityProvider {
  static create(options: {
    portal: PortalReader;
    logger: LoggerService;
    businessName: string;
  }): TenancyEntityProvider {
    return new TenancyEntityProvider(
      options.portal,
      options.logger,
      options.businessName,
    );
  }

  private readonly pending = new Map<string, Change>();
  private readonly connection: Promise<EntityProviderConnection>;
  private useConnection!: (connection: EntityProviderConnection) => void;
  private lastTurn: Promise<unknown> = Promise.resolve();
  private timer?: NodeJS.Timeout;

  private constructor(
    private readonly portal: PortalReader,
    private readonly logger: LoggerService,
    private readonly businessName: string,
  ) {
    this.connection = new Promise(resolve => {
      this.useConnection = resolve;
    });
  }

  getProviderName(): string {
    return 'tenancy';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.useConnection(connection);
  }

  /**
   * Makes the catalog hold what the portal's APIs hold, and nothing else from
   * here.
   */
  async reconcile(): Promise<void> {
    await this.inTurn(async () => {
      const [customers, people, sites] = await Promise.all([
        this.portal.readCustomers(),
        this.portal.readPeople(),
        this.portal.readSites(),
      ]);
      const connection = await this.connection;
      await connection.applyMutation({
        type: 'full',
        entities: [
          toStaffGroup(this.businessName),
          ...customers.map(toCustomerGroup),
          ...people.map(toUser),
          ...sites.map(toComponent),
        ].map(deferred),
      });
    });
  }

  /** Reads one object's truth again, a moment later. */
  noteChange(change: Change): void {
    this.pending.set(keyOf(change), change);
    this.flushIn(DEBOUNCE_MS);
  }

  /** Drops what waits to be read; the next start reconciles. */
  stop(): void {
    clearTimeout(this.timer);
  }

  private flushIn(milliseconds: number): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.inTurn(() => this.flush());
    }, milliseconds);
  }

  private async flush(): Promise<void> {
    const changes = [...this.pending.values()];
    this.pending.clear();
    try {
      await this.project(changes);
    } catch (error) {
      this.logger.warn(
        `Could not project ${changes.map(keyOf)} into the catalog, trying again`,
        toError(error),
      );
      for (const change of changes) {
        this.pending.set(keyOf(change), change);
      }
      this.flushIn(RETRY_MS);
    }
  }

  private async project(changes: readonly Change[]): Promise<void> {
    const added = new Map<string, DeferredEntity>();
    const removed = new Set<string>();
    for (const change of changes) {
      const delta = await readDelta(this.portal, change);
      for (const entity of delta.added) {
        added.set(stringifyEntityRef(entity), deferred(entity));
      }
      delta.removed.forEach(entityRef => removed.add(entityRef));
    }
    const connection = await this.connection;
    await connection.applyMutation({
      type: 'delta',
      added: [...added.values()],
      // A name that was freed and taken again within one turn stays.
      removed: [...removed]
        .filter(entityRef => !added.has(entityRef))
        .map(entityRef => ({ entityRef, locationKey: LOCATION_KEY })),
    });
  }

  /**
   * One at a time, so that an older reading never overwrites a newer one: a
   * change that is noted during a reconciliation is read after it.
   */
  private inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.lastTurn.then(work);
    this.lastTurn = turn.catch(() => {});
    return turn;
  }
}

function deferred(entity: Entity): DeferredEntity {
  return { entity, locationKey: LOCATION_KEY };
}
