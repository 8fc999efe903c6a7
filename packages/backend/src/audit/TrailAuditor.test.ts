import { mockServices } from '@backstage/backend-test-utils';
import { NotAllowedError } from '@backstage/errors';
import {
  type AuditEntry,
  noteActor,
  Refusals,
  requestContext,
  type TenantDatabase,
} from '@freehold/plugin-tenancy-node';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { TrailAuditor } from './TrailAuditor';

describe('TrailAuditor', () => {
  const setUp = () => {
    const recorded: AuditEntry[] = [];
    const logger = mockServices.logger.mock();
    const shared = {
      logger,
      database: {
        transaction: async (_tenant: string, work: Function) => work({}),
      } as unknown as TenantDatabase,
      outbox: {
        recordAudit: async (_trx: unknown, entry: AuditEntry) => {
          recorded.push(entry);
        },
      },
    };
    const told = { success: jest.fn(), fail: jest.fn() };
    const inner = mockServices.auditor.mock();
    inner.createEvent.mockResolvedValue(told);
    const auditor = TrailAuditor.create(inner, {
      ...shared,
      pluginId: 'scaffolder',
      refusals: Refusals.create(shared),
    });
    return { auditor, inner, told, recorded, logger, shared };
  };

  /** Runs within a request of this user. */
  const as = (actor: string, work: () => Promise<void>) =>
    new Promise<void>((resolve, reject) => {
      requestContext()(
        { headers: {} } as IncomingMessage,
        { setHeader: () => {} } as unknown as ServerResponse,
        () => {
          noteActor(actor);
          work().then(resolve, reject);
        },
      );
    });

  const order = {
    eventId: 'task',
    severityLevel: 'medium' as const,
    meta: { actionType: 'create', templateRef: 'template:default/website' },
  };

  it('records a change in the trail of who made it, without secrets', async () => {
    const { auditor, recorded, told } = setUp();
    await as('user:acme/anna', async () => {
      const event = await auditor.createEvent(order);
      await event.success({ meta: { taskId: 'task-1', apiToken: 'canary' } });
    });
    expect(recorded).toEqual([
      {
        tenant: 'acme',
        actor: { ref: 'user:acme/anna' },
        action: 'scaffolder.task.create',
        object: { kind: 'task', id: 'task-1' },
        outcome: 'succeeded',
        after: {
          taskId: 'task-1',
          templateRef: 'template:default/website',
          apiToken: '***',
        },
      },
    ]);
    expect(told.success).toHaveBeenCalledTimes(1);
  });

  it('leaves reads to Backstage’s own log', async () => {
    const { auditor, inner, recorded } = setUp();
    const event = await auditor.createEvent({ eventId: 'entity-fetch' });
    await event.success();
    expect(inner.createEvent).toHaveBeenCalledTimes(1);
    expect(recorded).toEqual([]);
  });

  it('records refusals, of reads too', async () => {
    const { auditor, recorded } = setUp();
    await as('user:acme/anna', async () => {
      const event = await auditor.createEvent({
        eventId: 'task',
        meta: { actionType: 'get', taskId: 'task-9' },
      });
      await event.fail({ error: new NotAllowedError('Not yours') });
    });
    expect(recorded).toMatchObject([
      {
        tenant: 'acme',
        action: 'scaffolder.task.get',
        object: { kind: 'task', id: 'task-9' },
        outcome: 'refused',
        reason: 'Not yours',
      },
    ]);
  });

  it('records what fails by itself as the plugin’s, without its message', async () => {
    const { auditor, recorded } = setUp();
    const event = await auditor.createEvent(order);
    await event.fail({ error: new Error('password=canary') });
    expect(recorded).toMatchObject([
      {
        tenant: 'default',
        actor: { ref: 'plugin:scaffolder' },
        outcome: 'failed',
        reason: 'Error',
      },
    ]);
    expect(JSON.stringify(recorded)).not.toContain('canary');
  });

  it('fails nothing when the trail cannot be written', async () => {
    const { auditor, shared, logger } = setUp();
    shared.outbox.recordAudit = async () => {
      throw new Error('no room left');
    };
    const event = await auditor.createEvent(order);
    await event.success();
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('no room left'),
    );
  });
});
