import { PortalError } from '@freehold/plugin-tenancy-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mockSitesApi, renderPage } from '../../__testUtils__/renderPage';
import { deployment, price, site } from '../../__testUtils__/samples';
import { Settings } from './SiteSettings';

const all = ['sites.site.update', 'sites.site.suspend', 'sites.site.delete'];

function render(
  options: {
    sites?: ReturnType<typeof mockSitesApi>;
    of?: Parameters<typeof site>[0];
    allowed?: string[];
  } = {},
) {
  const { sites = mockSitesApi(), of, allowed = all } = options;
  const refresh = jest.fn(async () => {});
  renderPage(<Settings site={site(of)} refresh={refresh} />, {
    sites,
    allowed,
  });
  return { sites, refresh };
}

describe('Settings', () => {
  it('says so when the reader may change nothing', async () => {
    render({ allowed: [] });
    expect(
      await screen.findByText('You can look, but not change'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('shows only what the reader may do', async () => {
    render({ allowed: ['sites.site.suspend'] });
    expect(
      await screen.findByRole('button', { name: 'Suspend the site' }),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Delete the site' }),
    ).not.toBeInTheDocument();
    expect(screen.queryByLabelText('Title')).not.toBeInTheDocument();
  });

  it('offers no suspension of a site that the portal does not serve', async () => {
    render({ of: { cloud: 'aws' } });
    expect(
      await screen.findByRole('button', { name: 'Delete the site' }),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Suspend the site' }),
    ).not.toBeInTheDocument();
  });

  it('deploys what changed, and nothing else, at a price it names', async () => {
    const sites = mockSitesApi({
      updateSite: async () => ({ site: site(), deployment: deployment() }),
      quotePrice: async () => ({
        before: price({ 'size.small': '5.00' }, '5.00'),
        price: price({ 'size.medium': '12.50' }, '12.50'),
        refusal: 'The limit is 10.00 EUR.',
      }),
    });
    render({ sites });
    const submit = await screen.findByRole('button', {
      name: 'Deploy the change',
    });
    expect(submit).toBeDisabled();
    await userEvent.click(await screen.findByRole('radio', { name: /Medium/ }));
    const lines = await screen.findByRole('table', {
      name: 'Monthly price, before and after',
    });
    expect(
      within(lines)
        .getAllByRole('row')
        .map(row => row.textContent),
    ).toEqual([
      'PartBeforeAfterDifference',
      'Size Medium–€12.50+€12.50',
      'Size Small€5.00–-€5.00',
      'Total a month€5.00€12.50+€7.50',
    ]);
    expect(screen.getByRole('alert')).toHaveTextContent(
      'The limit is 10.00 EUR.',
    );
    expect(sites.quotePrice).toHaveBeenCalledWith('acme', {
      cloud: 'local',
      size: 'medium',
      site: 'site_1',
    });
    await userEvent.click(submit);
    expect(sites.updateSite).toHaveBeenCalledWith('acme', 'site_1', {
      size: 'medium',
    });
  });

  it('changes what runs and what is beside it, and no more than that', async () => {
    const sites = mockSitesApi({
      updateSite: async () => ({ site: site(), deployment: deployment() }),
      quotePrice: async () => ({ price: price({ storage: '1.00' }, '41.00') }),
    });
    render({
      sites,
      of: {
        cloud: 'aws',
        region: 'eu-central-1',
        runtime: { kind: 'container', image: 'shop:1', port: 80 },
        environment: { MODE: 'live' },
        addOns: { storage: true },
      },
    });
    const image = await screen.findByRole('textbox', { name: /Image/ });
    await userEvent.clear(image);
    await userEvent.type(image, 'Shop');
    await userEvent.click(
      screen.getByRole('button', { name: 'Deploy the change' }),
    );
    expect(
      screen.getByText('Correct what is marked here.'),
    ).toBeInTheDocument();
    expect(sites.updateSite).not.toHaveBeenCalled();
    await userEvent.clear(image);
    await userEvent.type(image, 'shop:2');
    await userEvent.click(screen.getByRole('checkbox', { name: /Storage/ }));
    await userEvent.click(
      screen.getByRole('button', { name: 'Deploy the change' }),
    );
    expect(sites.updateSite).toHaveBeenCalledWith('acme', 'site_1', {
      runtime: { kind: 'container', image: 'shop:2', port: 80 },
      addOns: {},
    });
  });

  it('waits for files that are still to be chosen', async () => {
    render();
    await userEvent.click(await screen.findByRole('radio', { name: /Medium/ }));
    await userEvent.click(
      screen.getByRole('radio', { name: 'Your own files' }),
    );
    expect(
      screen.getByRole('button', { name: 'Deploy the change' }),
    ).toBeDisabled();
  });

  it('keeps hands off while a deployment is under way', async () => {
    render({ of: { activeDeploymentId: 'dep_1' } });
    expect(
      await screen.findByText(/A deployment is under way/),
    ).toBeInTheDocument();
    for (const name of [
      'Deploy the change',
      'Suspend the site',
      'Delete the site',
    ]) {
      expect(screen.getByRole('button', { name })).toBeDisabled();
    }
  });

  it('suspends with a reason', async () => {
    const sites = mockSitesApi({ suspendSite: async () => site() });
    const { refresh } = render({ sites });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Suspend the site' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByRole('textbox'), 'Stocktaking');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Suspend the site' }),
    );
    expect(sites.suspendSite).toHaveBeenCalledWith(
      'acme',
      'site_1',
      'Stocktaking',
    );
    await waitFor(() => expect(refresh).toHaveBeenCalled());
  });

  it('offers to resume what is suspended, and shows why it is', async () => {
    const sites = mockSitesApi({ resumeSite: async () => site() });
    render({ sites, of: { state: 'suspended', suspendedReason: 'Unpaid' } });
    expect(
      await screen.findByText('Visitors see a notice. Reason: Unpaid'),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Resume the site' }),
    );
    expect(sites.resumeSite).toHaveBeenCalledWith('acme', 'site_1');
  });

  it('deletes only once the name was typed', async () => {
    const sites = mockSitesApi({
      deleteSite: async () => ({ site: site(), deployment: deployment() }),
    });
    render({ sites });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Delete the site' }),
    );
    const dialog = await screen.findByRole('dialog');
    const confirm = within(dialog).getByRole('button', {
      name: 'Delete the site',
    });
    await userEvent.type(within(dialog).getByRole('textbox'), 'sho');
    expect(confirm).toBeDisabled();
    await userEvent.type(within(dialog).getByRole('textbox'), 'p');
    await userEvent.click(confirm);
    expect(sites.deleteSite).toHaveBeenCalledWith('acme', 'site_1');
  });

  it('keeps the form and says why a change was refused', async () => {
    const sites = mockSitesApi({
      updateSite: async () => {
        throw new PortalError({
          name: 'ConflictError',
          message: 'A deployment of this site is under way.',
          status: 409,
        });
      },
    });
    render({ sites });
    const title = await screen.findByRole('textbox', { name: /Title/ });
    await userEvent.clear(title);
    await userEvent.type(title, 'New title');
    await userEvent.click(
      screen.getByRole('button', { name: 'Deploy the change' }),
    );
    expect(
      await screen.findByText('A deployment of this site is under way.'),
    ).toBeInTheDocument();
    expect(title).toHaveValue('New title');
  });
});
