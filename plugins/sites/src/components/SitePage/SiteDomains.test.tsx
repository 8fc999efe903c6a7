import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mockSitesApi, renderPage } from '../../__testUtils__/renderPage';
import { deployment, site } from '../../__testUtils__/samples';
import { SiteDomains } from './SiteDomains';

const waiting = site({
  domains: ['www.acme.example', 'acme.example'],
  servedDomains: ['acme.example'],
  dnsRecords: [
    {
      name: '_a1.www.acme.example.',
      type: 'CNAME',
      value: '_b2.acm-validations.aws.',
    },
  ],
});

function render(
  of = waiting,
  allowed = ['sites.site.update'],
  sites = mockSitesApi(),
) {
  renderPage(<SiteDomains site={of} />, { sites, allowed });
  return sites;
}

describe('SiteDomains', () => {
  it('says of each domain whether the site answers at it', async () => {
    render();
    expect(
      await screen.findByRole('link', { name: /^acme\.example/ }),
    ).toBeInTheDocument();
    expect(screen.getByText('waits for its records')).toBeInTheDocument();
  });

  it('shows records to copy, by name and by value', async () => {
    render();
    expect(await screen.findByText('_a1.www.acme.example.')).toBeVisible();
    expect(
      screen.getByRole('button', {
        name: 'Copy the value for _a1.www.acme.example.',
      }),
    ).toBeInTheDocument();
  });

  it('looks again by a deployment of the same domains', async () => {
    const sites = render(
      waiting,
      ['sites.site.update'],
      mockSitesApi({
        updateSite: async () => ({ site: waiting, deployment: deployment() }),
      }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Look for the records' }),
    );
    expect(sites.updateSite).toHaveBeenCalledWith('acme', 'site_1', {
      domains: ['www.acme.example', 'acme.example'],
    });
  });

  it('lets nobody look who may not change the site', async () => {
    render(waiting, []);
    expect(await screen.findByText('waits for its records')).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Look for the records' }),
    ).not.toBeInTheDocument();
  });

  it('asks for nothing once all are served, and shows nothing without any', async () => {
    render(site({ ...waiting, servedDomains: waiting.domains }));
    expect(await screen.findByText('_a1.www.acme.example.')).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Look/ })).toBeNull();
    expect(screen.queryByText(/Set these records/)).toBeNull();
  });
});
