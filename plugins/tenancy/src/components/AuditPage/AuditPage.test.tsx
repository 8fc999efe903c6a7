import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityPresentationApiRef } from '@backstage/plugin-catalog-react';
import { meApiRef, PortalError } from '@freehold/plugin-tenancy-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  tenancyApiRef,
  type AuditEvent,
  type AuditHealth,
  type TenancyApi,
} from '../../api';
import { fakeTenancyApi, FreshPermissions, meApi } from '../../__testUtils__';
import { AuditPage } from './AuditPage';
import { saveFile } from './saveFile';

jest.mock('./saveFile', () => ({ saveFile: jest.fn() }));

const WHOLE: AuditHealth = {
  tenants: 1,
  events: 1234,
  checkedAt: new Date().toISOString(),
  faults: [],
};

function event(changes: Partial<AuditEvent> = {}): AuditEvent {
  return {
    tenant: 'acme',
    id: `00000000-0000-4000-8000-${String(changes.sequence ?? 1).padStart(12, '0')}`,
    sequence: 1,
    occurredAt: new Date().toISOString(),
    recordedAt: new Date().toISOString(),
    actor: { kind: 'person', ref: 'user:acme/bob' },
    action: 'updateMember',
    object: { kind: 'member', id: 'carol', name: 'Carol' },
    outcome: 'succeeded',
    before: { role: 'viewer' },
    after: { role: 'admin' },
    ...changes,
  };
}

function renderPage(
  parts: Partial<TenancyApi>,
  options: { address?: string; isStaff?: boolean } = {},
) {
  const me = options.isStaff
    ? meApi({ kind: 'staff', tenant: 'default', role: 'support' })
    : meApi({});
  renderInTestApp(
    <FreshPermissions>
      <AuditPage />
    </FreshPermissions>,
    {
      initialRouteEntries: [options.address ?? '/audit'],
      apis: [
        [
          tenancyApiRef,
          fakeTenancyApi({ getAuditHealth: async () => WHOLE, ...parts }),
        ],
        [meApiRef, me],
        [
          entityPresentationApiRef,
          {
            forEntity: (ref: string) => {
              const snapshot = {
                entityRef: ref,
                primaryTitle: ref.split('/')[1],
              };
              return { snapshot, promise: Promise.resolve(snapshot) };
            },
          } as never,
        ],
      ],
    },
  );
}

const listing =
  (...items: AuditEvent[]) =>
  async () => ({ items });

describe('AuditPage', () => {
  it('tells who did what to what, under its day', async () => {
    renderPage({ listAuditEvents: listing(event()) });
    const today = await screen.findByRole('region', { name: 'Today' });
    expect(today).toHaveTextContent('bob changed the member Carol');
    expect(
      screen.getByText(/1234 events, unaltered. Checked/),
    ).toBeInTheDocument();
  });

  it('tells what was refused or failed, and unknown actions by their name', async () => {
    renderPage({
      listAuditEvents: listing(
        event({ outcome: 'refused', action: 'deleteSite' }),
        event({ sequence: 2, outcome: 'failed', action: 'finishDeployment' }),
        event({ sequence: 3, action: 'scaffolder.task.create' }),
        event({ sequence: 4, actor: { kind: 'staff' } }),
      ),
    });
    const [refused, failed, other, staff] =
      await screen.findAllByRole('listitem');
    expect(refused).toHaveTextContent('bob tried to delete a site');
    expect(refused).toHaveTextContent('Refused');
    expect(failed).toHaveTextContent('tried to finish');
    expect(other).toHaveTextContent('did “scaffolder task create”: Carol');
    expect(staff).toHaveTextContent('Staff changed the member');
  });

  it('shows what was before and after, and from where, when asked', async () => {
    renderPage({
      listAuditEvents: listing(
        event({
          reason: 'She asked for it',
          request: { id: 'req-12345', address: '10.0.0.7' },
        }),
      ),
    });
    const line = await screen.findByRole('button', { name: /Carol/ });
    await userEvent.click(line);
    const row = screen.getByRole('row', { name: /role/ });
    expect(within(row).getByText('viewer')).toBeInTheDocument();
    expect(within(row).getByText('admin')).toBeInTheDocument();
    expect(screen.getByText('She asked for it')).toBeInTheDocument();
    expect(screen.getByText('10.0.0.7')).toBeInTheDocument();
    expect(screen.getByText('req-12345')).toBeInTheDocument();
  });

  it('asks for what the address says', async () => {
    const listAuditEvents = jest.fn(listing());
    renderPage(
      { listAuditEvents },
      {
        address:
          '/audit?object=site:site_1&outcome=refused&search=shop&cursor=abc',
      },
    );
    expect(await screen.findByText('No event matches')).toBeInTheDocument();
    expect(listAuditEvents).toHaveBeenCalledWith({
      object: 'site:site_1',
      outcome: 'refused',
      search: 'shop',
      cursor: 'abc',
      limit: 50,
    });
  });

  it('narrows to everything about a thing, and back', async () => {
    const listAuditEvents = jest.fn(listing(event()));
    renderPage({ listAuditEvents });
    await userEvent.click(await screen.findByRole('button', { name: /Carol/ }));
    await userEvent.click(
      screen.getByRole('button', { name: 'Everything about this' }),
    );
    await waitFor(() =>
      expect(listAuditEvents).toHaveBeenLastCalledWith({
        object: 'member:carol',
        limit: 50,
      }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Remove the filter “About”' }),
    );
    await waitFor(() =>
      expect(
        screen.queryByRole('button', { name: /Remove the filter/ }),
      ).not.toBeInTheDocument(),
    );
  });

  it('turns to older pages and back to the newest', async () => {
    const listAuditEvents = jest.fn(async (query: { cursor?: string }) =>
      query.cursor
        ? { items: [event({ sequence: 1 })] }
        : { items: [event({ sequence: 2 })], next: 'older-ones' },
    );
    renderPage({ listAuditEvents });
    await userEvent.click(await screen.findByRole('button', { name: 'Older' }));
    expect(
      await screen.findByRole('button', { name: 'Newest' }),
    ).toBeInTheDocument();
    expect(listAuditEvents).toHaveBeenLastCalledWith({
      cursor: 'older-ones',
      limit: 50,
    });
  });

  it('names the customer to staff only', async () => {
    renderPage({ listAuditEvents: listing(event()) }, { isStaff: true });
    expect(await screen.findByText('acme')).toBeInTheDocument();
  });

  it('saves what it is narrowed to as a file', async () => {
    const file = new Blob(['x']);
    const exportAuditEvents = jest.fn(async () => file);
    renderPage(
      { listAuditEvents: listing(event()), exportAuditEvents },
      { address: '/audit?outcome=refused' },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Export' }),
    );
    await userEvent.click(await screen.findByRole('menuitem', { name: /CSV/ }));
    await waitFor(() =>
      expect(saveFile).toHaveBeenCalledWith(file, 'audit.csv'),
    );
    expect(exportAuditEvents).toHaveBeenCalledWith({
      outcome: 'refused',
      format: 'csv',
    });
  });

  it('says loudly that somebody touched the trail', async () => {
    renderPage({
      listAuditEvents: listing(event()),
      getAuditHealth: async () => ({
        ...WHOLE,
        faults: [
          {
            tenant: 'acme',
            kind: 'removed',
            sequence: 7,
            message: 'Event 7 is missing.',
          },
        ],
      }),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'acme: Event 7 is missing.',
    );
  });

  it('tells those who may not read it who may', async () => {
    renderPage({
      listAuditEvents: async () => {
        throw new PortalError({
          name: 'NotAllowedError',
          message: 'no',
          status: 403,
        });
      },
    });
    expect(
      await screen.findByText('For owners and admins'),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Export' }),
    ).not.toBeInTheDocument();
  });

  it('says that loading failed and tries again', async () => {
    const listAuditEvents = jest
      .fn<Promise<{ items: AuditEvent[] }>, []>()
      .mockRejectedValueOnce(
        new PortalError({
          name: 'Error',
          message: 'no',
          status: 503,
          requestId: 'req-9',
        }),
      )
      .mockResolvedValue({ items: [] });
    renderPage({ listAuditEvents });
    expect(await screen.findByRole('alert')).toHaveTextContent('req-9');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Nothing recorded yet')).toBeInTheDocument();
  });
});
