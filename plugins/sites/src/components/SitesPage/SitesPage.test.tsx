import { PortalError } from '@freehold/plugin-tenancy-react';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mockSitesApi, renderPage } from '../../__testUtils__/renderPage';
import { operator, site } from '../../__testUtils__/samples';
import { SitesPage } from './SitesPage';

const pageOf = (...items: ReturnType<typeof site>[]) => ({
  items,
  total: items.length,
});

describe('SitesPage', () => {
  it('shows sites with state, address and monthly price', async () => {
    const sites = mockSitesApi({ listSites: async () => pageOf(site()) });
    renderPage(<SitesPage />, { sites, at: '/sites' });
    expect(await screen.findByText('The bike shop')).toHaveAttribute(
      'href',
      '/catalog/acme/component/shop',
    );
    expect(screen.getByText('Live', { selector: 'span' })).toBeVisible();
    expect(screen.getByText('shop.acme.localhost:7007')).toBeInTheDocument();
    expect(screen.getByText('€5.00 a month')).toBeInTheDocument();
    expect(screen.getByText('The one site is live.')).toBeInTheDocument();
  });

  it('says what is loading before anything is there', async () => {
    renderPage(<SitesPage />, { sites: mockSitesApi(), at: '/sites' });
    expect((await screen.findAllByText('Loading')).length).toBeGreaterThan(0);
  });

  it('offers the first order to those who may, and once', async () => {
    const sites = mockSitesApi({ listSites: async () => pageOf() });
    renderPage(<SitesPage />, {
      sites,
      at: '/sites',
      allowed: ['sites.site.order'],
    });
    expect(await screen.findByText('No sites yet')).toBeInTheDocument();
    expect(
      await screen.findAllByRole('link', { name: 'Order a site' }),
    ).toHaveLength(1);
  });

  it('offers no order to those who may not', async () => {
    const sites = mockSitesApi({ listSites: async () => pageOf(site()) });
    renderPage(<SitesPage />, { sites, at: '/sites' });
    await screen.findByText('The bike shop');
    expect(screen.queryByText('Order a site')).not.toBeInTheDocument();
  });

  it('says why the sites cannot be shown, with the request id', async () => {
    const sites = mockSitesApi({
      listSites: async () => {
        throw new PortalError({
          name: 'InputError',
          message: 'The offset is too large.',
          status: 400,
          requestId: 'req-1',
        });
      },
    });
    renderPage(<SitesPage />, { sites, at: '/sites' });
    expect(
      await screen.findByText('The offset is too large.'),
    ).toBeInTheDocument();
    expect(screen.getByText('req-1')).toBeInTheDocument();
    expect(screen.getByText('Nothing was changed or lost.')).toBeVisible();
  });

  it('asks for what the address says', async () => {
    const sites = mockSitesApi({ listSites: async () => pageOf(site()) });
    renderPage(<SitesPage />, {
      sites,
      at: '/sites?search=shop&state=failed&sort=-createdAt&offset=20',
    });
    await waitFor(() =>
      expect(sites.listSites).toHaveBeenCalledWith(
        expect.objectContaining({
          search: 'shop',
          state: 'failed',
          sort: '-createdAt',
          offset: 20,
        }),
      ),
    );
  });

  it('searches once typing pauses', async () => {
    const sites = mockSitesApi({ listSites: async () => pageOf(site()) });
    renderPage(<SitesPage />, { sites, at: '/sites' });
    await userEvent.type(
      await screen.findByPlaceholderText('Search by name or title'),
      'bike',
    );
    await waitFor(() =>
      expect(sites.listSites).toHaveBeenLastCalledWith(
        expect.objectContaining({ search: 'bike' }),
      ),
    );
    const searches = sites.listSites.mock.calls.map(([{ search }]) => search);
    expect(searches).not.toContain('bi');
  });

  it('tells a list without matches from a list without sites', async () => {
    const sites = mockSitesApi({ listSites: async () => pageOf() });
    renderPage(<SitesPage />, { sites, at: '/sites?search=nothing' });
    expect(await screen.findByText('No site matches')).toBeInTheDocument();
    expect(screen.getByText('Clear filters')).toBeInTheDocument();
  });

  it('shows staff whose site it is, and members no such column', async () => {
    const sites = mockSitesApi({ listSites: async () => pageOf(site()) });
    const { unmount } = renderPage(<SitesPage />, {
      sites,
      at: '/sites',
      me: operator,
      allowed: ['tenancy.customer.list'],
      customers: {
        listCustomers: jest.fn(async () => ({ items: [], total: 0 })),
      },
    });
    expect(await screen.findByText(/Acme Bikes/)).toBeInTheDocument();
    unmount();
    renderPage(<SitesPage />, { sites, at: '/sites' });
    await screen.findByText('The bike shop');
    expect(screen.queryByText(/Acme Bikes/)).not.toBeInTheDocument();
  });

  it('leads a site that was only just ordered to its deployment', async () => {
    const sites = mockSitesApi({
      listSites: async () =>
        pageOf(
          site({
            state: 'ordered',
            url: undefined,
            activeDeploymentId: 'dep_9',
          }),
        ),
    });
    renderPage(<SitesPage />, { sites, at: '/sites' });
    expect(await screen.findByText('The bike shop')).toHaveAttribute(
      'href',
      '/sites/acme/deployments/dep_9',
    );
  });
});
