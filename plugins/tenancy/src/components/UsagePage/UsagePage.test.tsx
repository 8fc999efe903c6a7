import { renderInTestApp } from '@backstage/frontend-test-utils';
import { meApiRef, PortalError, type Me } from '@freehold/plugin-tenancy-react';
import { screen, within } from '@testing-library/react';
import {
  fakeTenancyApi,
  FreshPermissions,
  meApi,
  monthlyCost,
  sitesUsage,
  usage,
} from '../../__testUtils__';
import { tenancyApiRef, type TenancyApi } from '../../api';
import { UsagePage } from './UsagePage';

function renderPage(parts: Partial<TenancyApi> = {}, me: Partial<Me> = {}) {
  renderInTestApp(
    <FreshPermissions>
      <UsagePage />
    </FreshPermissions>,
    {
      initialRouteEntries: ['/usage'],
      apis: [
        [
          tenancyApiRef,
          fakeTenancyApi({
            getUsage: async () => usage(),
            getSitesUsage: async () => sitesUsage(),
            getMonthlyCost: async () => monthlyCost(),
            ...parts,
          }),
        ],
        [meApiRef, meApi(me)],
      ],
    },
  );
}

describe('UsagePage', () => {
  it('shows each limit as a bar that can be read', async () => {
    renderPage();
    expect(
      await screen.findByText('Nothing is near its limit.'),
    ).toBeInTheDocument();
    const requests = screen.getByRole('meter', {
      name: 'API requests this minute',
    });
    expect(requests).toHaveAttribute('aria-valuetext', '37 of 100');
    expect(screen.getByText('all back in 20 s')).toBeInTheDocument();
    expect(screen.getByText('one more in 25 min')).toBeInTheDocument();
  });

  it('tells sites by size, and which sizes are not included', async () => {
    renderPage();
    expect(await screen.findByText('3 sites')).toBeInTheDocument();
    expect(
      screen.getByText('Not included in the Standard tier'),
    ).toBeInTheDocument();
  });

  it('opens with what is used up', async () => {
    renderPage({
      getSitesUsage: async () =>
        sitesUsage({
          deployments: { limit: 10, used: 10, nextFreeSeconds: 90 },
        }),
    });
    expect(
      await screen.findByText('Deployments this hour: used up.'),
    ).toBeInTheDocument();
    expect(screen.getByText('Used up')).toBeInTheDocument();
    expect(screen.getByText('one more in 2 min')).toBeInTheDocument();
  });

  it('shows what the sites cost a month, by site, against the limit', async () => {
    renderPage();
    const cost = within(
      await screen.findByRole('table', { name: 'Monthly cost' }),
    );
    expect(cost.getByRole('row', { name: /Shop/ })).toHaveTextContent('€30.00');
    expect(
      cost.getByRole('row', { name: /All other sites/ }),
    ).toHaveTextContent('€10.00');
    expect(screen.getByText('€40.00 of €100.00 a month.')).toBeInTheDocument();
    expect(screen.getByText('€60.00 left.')).toBeInTheDocument();
    expect(screen.getByText(/As agreed in May/)).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Set the monthly limit' }),
    ).not.toBeInTheDocument();
  });

  it('opens with a monthly limit that is passed', async () => {
    renderPage({
      getMonthlyCost: async () =>
        monthlyCost({ totals: [{ amount: '120.00', currency: 'EUR' }] }),
    });
    expect(
      await screen.findByText('Monthly cost: used up.'),
    ).toBeInTheDocument();
    expect(screen.getByText('€20.00 over the limit')).toBeInTheDocument();
  });

  it('says why it cannot show anything', async () => {
    renderPage({
      getUsage: async () => {
        throw new PortalError({
          name: 'x',
          message: 'Try later.',
          status: 429,
        });
      },
    });
    expect(
      await screen.findByText('The usage could not be loaded'),
    ).toBeInTheDocument();
    expect(screen.getByText('Try later.')).toBeInTheDocument();
  });

  it('sends staff to a customer', async () => {
    renderPage({}, { kind: 'staff', tenant: 'default', role: 'operator' });
    expect(
      await screen.findByText('Usage is per customer'),
    ).toBeInTheDocument();
  });
});
