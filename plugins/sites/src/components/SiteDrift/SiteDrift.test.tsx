import { PortalError } from '@freehold/plugin-tenancy-react';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DriftCheck, Site } from '../../api';
import { mockSitesApi, renderPage } from '../../__testUtils__/renderPage';
import { deployment, operator, owner, site } from '../../__testUtils__/samples';
import { SiteDrift } from './SiteDrift';

const STAFF = 'tenancy.customer.list';

function check(changes: Partial<DriftCheck> = {}): DriftCheck {
  return {
    checkId: 'dep_check',
    customer: 'acme',
    siteId: 'site_1',
    state: 'succeeded',
    requestedBy: 'plugin:sites',
    createdAt: '2026-11-20T10:00:00.000Z',
    finishedAt: '2026-11-20T10:00:20.000Z',
    drifted: true,
    planHash: 'a'.repeat(64),
    changes: [
      {
        address: 'module.files.aws_s3_bucket.files',
        type: 'aws_s3_bucket',
        name: 'files',
        action: 'update',
        attributes: [
          {
            path: 'tags.owner',
            sensitive: false,
            before: 'acme',
            after: 'nobody',
          },
        ],
      },
      {
        address: 'aws_cloudwatch_log_group.site',
        type: 'aws_cloudwatch_log_group',
        name: 'site',
        action: 'destroy',
        attributes: [],
      },
    ],
    resources: [
      {
        address: 'module.files.aws_s3_bucket.files',
        type: 'aws_s3_bucket',
        kind: 'bucket',
        action: 'update',
        before: { labels: { owner: 'acme' }, public: false },
        after: { labels: { owner: 'nobody' }, public: true },
        unknown: [],
      },
    ],
    ...changes,
  };
}

const pageOf = (...items: DriftCheck[]) => ({ items, total: items.length });

const drifted: Partial<Site> = {
  cloud: 'aws',
  drift: {
    checkedAt: '2026-11-20T10:00:20.000Z',
    foundAt: '2026-11-20T10:00:20.000Z',
    checkId: 'dep_check',
  },
};

function render(
  options: {
    sites?: ReturnType<typeof mockSitesApi>;
    of?: Partial<Site>;
    allowed?: string[];
    isStaff?: boolean;
  } = {},
) {
  const { of = drifted, allowed = [], isStaff } = options;
  const sites =
    options.sites ??
    mockSitesApi({ listDriftChecks: async () => pageOf(check()) });
  const refresh = jest.fn(async () => {});
  renderPage(<SiteDrift site={site(of)} refresh={refresh} />, {
    sites,
    me: isStaff ? operator : owner,
    allowed: isStaff ? [STAFF, ...allowed] : allowed,
  });
  return { sites, refresh };
}

describe('SiteDrift', () => {
  it('tells a customer in words what differs, without internals', async () => {
    render();
    expect(await screen.findByText('Drifted')).toBeInTheDocument();
    expect(await screen.findByText('A storage for files')).toBeInTheDocument();
    expect(
      screen.getByText('other reachability from the internet, other labels'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('was deleted outside of the portal'),
    ).toBeInTheDocument();
    expect(screen.queryByText(/aws_s3_bucket/)).not.toBeInTheDocument();
  });

  it('shows staff each attribute, with what was and what is', async () => {
    render({ isStaff: true });
    await userEvent.click(
      await screen.findByText('module.files.aws_s3_bucket.files'),
    );
    expect(screen.getByRole('row', { name: /tags.owner/ })).toHaveTextContent(
      'tags.owneracmenobody',
    );
  });

  it('offers nothing to those who may only look', async () => {
    render();
    await screen.findByText('A storage for files');
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('undoes the drift once that is confirmed', async () => {
    const sites = mockSitesApi({
      listDriftChecks: async () => pageOf(check()),
      reconcileDrift: async () => deployment({ deploymentId: 'dep_2' }),
    });
    const { refresh } = render({
      sites,
      allowed: ['sites.deployment.control'],
    });
    const name = 'Make it as deployed';
    await userEvent.click(await screen.findByRole('button', { name }));
    expect(screen.getByRole('dialog')).toHaveTextContent(/you see the plan/);
    expect(sites.reconcileDrift).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name }));
    await waitFor(() =>
      expect(sites.reconcileDrift).toHaveBeenCalledWith('acme', 'site_1'),
    );
    expect(refresh).toHaveBeenCalled();
    expect(
      screen.queryByRole('button', { name: 'Accept as it is' }),
    ).not.toBeInTheDocument();
  });

  it('accepts the very finding that is shown, and says why not', async () => {
    const sites = mockSitesApi({
      listDriftChecks: async () => pageOf(check()),
      acceptDrift: async () => {
        throw new PortalError({
          name: 'ConflictError',
          message: 'The site was checked again since you looked.',
          status: 409,
          requestId: 'req-1',
        });
      },
    });
    render({ sites, isStaff: true, allowed: ['sites.drift.accept'] });
    const name = 'Accept as it is';
    await userEvent.click(await screen.findByRole('button', { name }));
    await userEvent.click(screen.getByRole('button', { name }));
    expect(
      await screen.findByText('The site was checked again since you looked.'),
    ).toBeInTheDocument();
    expect(sites.acceptDrift).toHaveBeenCalledWith(
      'acme',
      'site_1',
      'a'.repeat(64),
    );
  });

  it('has a site checked now, and shows that it waits', async () => {
    const checks = [check({ drifted: false, changes: [] })];
    const sites = mockSitesApi({
      listDriftChecks: async () => pageOf(...checks),
      checkDrift: async () => {
        const asked = check({ checkId: 'dep_new', state: 'queued' });
        checks.unshift(asked);
        return asked;
      },
    });
    render({
      sites,
      of: { cloud: 'aws', drift: {} },
      allowed: ['sites.deployment.control'],
    });
    expect(await screen.findByText('Not checked yet')).toBeInTheDocument();
    const button = await screen.findByRole('button', { name: 'Check now' });
    await userEvent.click(button);
    expect(
      await screen.findByText('A check waits for its turn'),
    ).toBeInTheDocument();
    expect(button).toBeDisabled();
  });

  it('lists earlier checks with what they came to', async () => {
    render({
      of: { cloud: 'aws', drift: { checkedAt: '2026-11-20T10:00:20.000Z' } },
      sites: mockSitesApi({
        listDriftChecks: async () =>
          pageOf(
            check({ checkId: 'dep_3', drifted: false, changes: [] }),
            check({ checkId: 'dep_2' }),
            check({
              checkId: 'dep_1',
              state: 'failed',
              drifted: undefined,
              failure: { code: 'network', message: 'The network failed.' },
            }),
          ),
      }),
    });
    expect(
      await screen.findByRole('link', { name: 'As deployed' }),
    ).toHaveAttribute('href', '/sites/acme/deployments/dep_3');
    expect(
      screen.getByRole('link', { name: '2 differences' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'The network failed.' }),
    ).toBeInTheDocument();
  });

  it('says so when there was no check yet', async () => {
    render({
      of: { cloud: 'aws', drift: {} },
      sites: mockSitesApi({ listDriftChecks: async () => pageOf() }),
    });
    expect(
      await screen.findByText(/Every check will be listed here/),
    ).toBeInTheDocument();
  });

  it('says so when the checks cannot be loaded', async () => {
    render({
      sites: mockSitesApi({
        listDriftChecks: async () => {
          throw new Error('No connection');
        },
      }),
    });
    expect(
      await screen.findByText('The checks could not be loaded'),
    ).toBeInTheDocument();
  });
});
