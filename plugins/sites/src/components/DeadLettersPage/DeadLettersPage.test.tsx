import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mockSitesApi, renderPage } from '../../__testUtils__/renderPage';
import { DeadLettersPage } from './DeadLettersPage';

const deadLetter = {
  customer: 'acme',
  deploymentId: 'dep_1',
  siteId: 'site_1',
  siteName: 'shop',
  kind: 'apply' as const,
  why: 'attempts-used-up' as const,
  attempts: 6,
  message: 'The network failed.',
  createdAt: new Date().toISOString(),
};

describe('the given up deployments', () => {
  const render = (
    sites: ReturnType<typeof mockSitesApi>,
    allowed: readonly string[] = ['sites.deployment.rescue'],
  ) => renderPage(<DeadLettersPage />, { sites, allowed });

  it('say which and why', async () => {
    render(
      mockSitesApi({
        listDeadLetters: async () => ({ items: [deadLetter], total: 1 }),
      }),
    );
    expect(await screen.findByText('The network failed.')).toBeInTheDocument();
    expect(screen.getByText(/in 6 attempts/)).toBeInTheDocument();
  });

  it('are discarded with a reason', async () => {
    const sites = mockSitesApi({
      listDeadLetters: async () => ({ items: [deadLetter], total: 1 }),
      discardDeadLetter: async () => undefined,
    });
    render(sites);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Discard' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByRole('textbox'), 'They left');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Discard' }),
    );
    expect(sites.discardDeadLetter).toHaveBeenCalledWith(
      'acme',
      'dep_1',
      'They left',
    );
  });

  it('offer no decision to those who may only look', async () => {
    render(
      mockSitesApi({
        listDeadLetters: async () => ({ items: [deadLetter], total: 1 }),
      }),
      [],
    );
    await screen.findByText('The network failed.');
    expect(
      screen.queryByRole('button', { name: 'Discard' }),
    ).not.toBeInTheDocument();
  });

  it('may be none', async () => {
    render(
      mockSitesApi({ listDeadLetters: async () => ({ items: [], total: 0 }) }),
    );
    expect(await screen.findByText('Nothing was given up')).toBeInTheDocument();
  });
});
