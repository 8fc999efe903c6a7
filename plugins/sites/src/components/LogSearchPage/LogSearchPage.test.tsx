import { PortalError } from '@freehold/plugin-tenancy-react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mockSitesApi, renderPage } from '../../__testUtils__/renderPage';
import type { FoundLogs } from '../../api';
import { LogSearchPage } from './LogSearchPage';

const found = (deploymentId: string): FoundLogs['items'][number] => ({
  customer: 'acme',
  deploymentId,
  siteId: 'site_1',
  siteName: 'shop',
  kind: 'apply',
  state: 'failed',
  createdAt: new Date().toISOString(),
  lines: [
    {
      seq: 7,
      at: new Date().toISOString(),
      stream: 'stdout',
      text: 'Error: Throttling',
    },
  ],
});

const render = (sites: ReturnType<typeof mockSitesApi>, at?: string) =>
  renderPage(<LogSearchPage />, { sites, at });

describe('searching logs', () => {
  it('says what can be searched for', async () => {
    const sites = mockSitesApi();
    render(sites);
    expect(
      await screen.findByText('What did a deployment say?'),
    ).toBeInTheDocument();
    expect(sites.searchLogs).not.toHaveBeenCalled();
  });

  it('shows which deployments said it, and leads to the line', async () => {
    const sites = mockSitesApi({
      searchLogs: async () => ({ items: [found('dep_1')] }),
    });
    render(sites);
    await userEvent.type(
      await screen.findByRole('searchbox'),
      'throttl error{Enter}',
    );
    expect(await screen.findByText('Throttl')).toHaveProperty(
      'tagName',
      'MARK',
    );
    expect(sites.searchLogs).toHaveBeenCalledWith({
      text: 'throttl error',
      customer: undefined,
      before: undefined,
    });
    expect(screen.getByRole('link', { name: /shop/ })).toHaveAttribute(
      'href',
      '/sites/acme/deployments/dep_1?log=open&find=throttl',
    );
  });

  it('looks further back when asked to', async () => {
    const sites = mockSitesApi({
      searchLogs: async ({ before }) =>
        before
          ? { items: [found('dep_1')] }
          : { items: [found('dep_9')], next: 'dep_9' },
    });
    render(sites, '/?search=throttl');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Look further back' }),
    );
    expect(await screen.findAllByText('Throttl')).toHaveLength(2);
    expect(
      screen.queryByRole('button', { name: 'Look further back' }),
    ).not.toBeInTheDocument();
  });

  it('says so when no log says it, and when the search failed', async () => {
    render(
      mockSitesApi({ searchLogs: async () => ({ items: [] }) }),
      '/?search=x1',
    );
    expect(await screen.findByText('No log says so')).toBeInTheDocument();
  });

  it('tells why it failed', async () => {
    render(
      mockSitesApi({
        searchLogs: async () => {
          throw new PortalError({
            name: 'Error',
            status: 500,
            message: 'Broken',
          });
        },
      }),
      '/?search=x1',
    );
    expect(
      await screen.findByText('The logs could not be searched'),
    ).toBeInTheDocument();
  });
});
