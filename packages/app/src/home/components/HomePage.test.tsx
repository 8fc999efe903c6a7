import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { PLAIN_SPECIFICATION } from '@freehold/plugin-sites-common';
import { meApiRef, PortalError, type Me } from '@freehold/plugin-tenancy-react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SWRConfig } from 'swr';
import {
  homeApiRef,
  type Deployment,
  type HomeApi,
  type Site,
  type Summary,
} from '../api/HomeApi';
import { HomePage } from './HomePage';

const owner: Me = {
  kind: 'member',
  tenant: 'acme',
  tenantName: 'Acme Ltd',
  role: 'owner',
  entityRef: 'user:acme/ann',
  displayName: 'Ann',
  email: 'ann@acme.example',
};
const operator: Me = {
  ...owner,
  kind: 'staff',
  tenant: 'default',
  tenantName: 'Freehold Hosting',
  role: 'operator',
};

function summary(sites: Partial<Summary['sites']>): Summary {
  return {
    customers: 3,
    sites: {
      ordered: 0,
      live: 0,
      failed: 0,
      suspended: 0,
      deleting: 0,
      ...sites,
    },
    deployments: { running: 1, awaitingApproval: 2, failedLastDay: 0 },
  };
}

function site(name: string, state: Site['state']): Site {
  return {
    siteId: `site_${name}`,
    customer: 'acme',
    customerName: 'Acme Ltd',
    name,
    title: `The ${name}`,
    product: 'website',
    cloud: 'local',
    region: 'here',
    size: 'small',
    state,
    url: state === 'live' ? `http://${name}.acme.localhost:7007/` : undefined,
    content: { kind: 'starter' },
    ...PLAIN_SPECIFICATION,
    dnsRecords: [],
    servedDomains: [],
    monthlyPrice: { amount: '9.90', currency: 'EUR' },
    createdBy: 'user:acme/ann',
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
  };
}

const deployment: Deployment = {
  deploymentId: 'dep_1',
  customer: 'acme',
  siteId: 'site_shop',
  siteName: 'shop',
  kind: 'apply',
  state: 'awaiting-approval',
  desired: {
    name: 'shop',
    title: 'The shop',
    product: 'website',
    cloud: 'local',
    region: 'here',
    size: 'small',
    content: { kind: 'starter' },
    ...PLAIN_SPECIFICATION,
  },
  requestedBy: 'user:acme/ann',
  createdAt: '2026-01-01T00:00:00.000Z',
  steps: [],
  price: { amount: '9.90', currency: 'EUR', priceVersion: '1', lines: [] },
};

function renderHome(me: Me, parts: Partial<HomeApi>, mayOrder = true) {
  renderInTestApp(
    <SWRConfig value={{ provider: () => new Map() }}>
      <HomePage />
    </SWRConfig>,
    {
      apis: [
        [
          homeApiRef,
          {
            getSummary: async () => summary({}),
            listSites: async () => ({ items: [], total: 0 }),
            listRecentDeployments: async () => ({ items: [], total: 0 }),
            ...parts,
          },
        ],
        [meApiRef, { cached: () => me, load: async () => me }],
        mockApis.permission({
          authorize: () =>
            mayOrder ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
        }),
      ],
    },
  );
}

describe('HomePage of a customer', () => {
  it('answers first whether the sites are up', async () => {
    renderHome(owner, {
      getSummary: async () => summary({ live: 1, failed: 1, ordered: 1 }),
      listSites: async () => ({
        items: [site('shop', 'live'), site('blog', 'failed')],
        total: 2,
      }),
    });
    expect(
      await screen.findByText(
        '1 of 3 sites are live. The blog has failed. 1 is being set up.',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: /^Open shop\.acme\.localhost:7007/ }),
    ).toHaveAttribute('href', 'http://shop.acme.localhost:7007/');
    expect(screen.getAllByText('€9.90 a month')).toHaveLength(2);
  });

  it('says in one sentence that all is well', async () => {
    renderHome(owner, {
      getSummary: async () => summary({ live: 2 }),
      listSites: async () => ({
        items: [site('shop', 'live'), site('blog', 'live')],
        total: 2,
      }),
    });
    expect(
      await screen.findByText('All 2 sites are live.'),
    ).toBeInTheDocument();
  });

  it('offers the first order, and one button only', async () => {
    renderHome(owner, {});
    expect(await screen.findByText('Your first site')).toBeInTheDocument();
    expect(
      await screen.findAllByRole('link', { name: 'Order a site' }),
    ).toHaveLength(1);
  });

  it('offers no order to those who may only read', async () => {
    renderHome({ ...owner, role: 'viewer' }, {}, false);
    expect(await screen.findByText('Your first site')).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Order a site' })).toBeNull();
  });

  it('says that the sites could not be loaded and tries again', async () => {
    const listSites = jest
      .fn<ReturnType<HomeApi['listSites']>, []>()
      .mockRejectedValueOnce(
        new PortalError({ name: 'Error', message: '', status: 0 }),
      )
      .mockResolvedValue({ items: [site('shop', 'live')], total: 1 });
    renderHome(owner, { listSites });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Your sites could not be loaded',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('link', { name: 'The shop' }),
    ).toBeInTheDocument();
  });
});

describe('HomePage of staff', () => {
  it('answers first what needs someone', async () => {
    renderHome(operator, {
      getSummary: async () => summary({ live: 1182, failed: 1 }),
      listRecentDeployments: async () => ({ items: [deployment], total: 1 }),
    });
    expect(
      await screen.findByText(
        '1,182 of 1,183 sites are live. 2 deployments wait for approval. 1 site has failed.',
      ),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '3 Customers' })).toHaveAttribute(
      'href',
      '/customers',
    );
    expect(await screen.findByRole('link', { name: 'shop' })).toHaveAttribute(
      'href',
      '/sites/acme/deployments/dep_1',
    );
    expect(
      screen.getByText('Waiting for approval', { selector: 'li > span' }),
    ).toBeInTheDocument();
  });
});
