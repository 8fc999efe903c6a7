import { PortalError } from '@freehold/plugin-tenancy-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mockCostsApi, renderPage } from '../../__testUtils__/renderPage';
import { reply, sum } from '../../__testUtils__/samples';
import type { SavedView } from '../../api';
import { CostsRouter } from '../CostsRouter';

const saved = (changes: Partial<SavedView> = {}): SavedView => ({
  viewId: 'view_1',
  name: 'Computing',
  owner: 'user:acme/anna',
  parameters: { from: '2026-09-01', to: '2026-10-01', by: 'service_name' },
  isShared: false,
  isOwn: true,
  isDefault: false,
  ...changes,
});

function renderCosts(
  search: string,
  views: SavedView[] = [],
  allowed = ['costs.costs.read', 'costs.view.save'],
) {
  const costs = mockCostsApi({
    queryCosts: async () =>
      reply(sum({ value: 'Compute', period: '2026-09-01', amount: '5' })),
    listViews: async () => ({ items: views }),
    saveView: async content => saved(content),
    updateView: async () => saved(),
    deleteView: async () => {},
    setDefaultView: async () => {},
  });
  renderPage(<CostsRouter />, {
    costs,
    allowed,
    at: `/costs${search}`,
    mountPath: '/costs/*',
  });
  return costs;
}

const openMenu = async () =>
  userEvent.click(await screen.findByRole('button', { name: 'Views' }));

describe('saved views', () => {
  it('keep what the address says, under a name', async () => {
    const costs = renderCosts('?range=last-month&filter=site:site_1&figure=1');
    await openMenu();
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Save this view…' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(
      dialog.getByRole('button', { name: 'Save the view' }),
    ).toBeDisabled();
    await userEvent.type(
      dialog.getByRole('textbox', { name: 'Name' }),
      'Shop, last month',
    );
    await userEvent.click(dialog.getByRole('checkbox', { name: /Begin with/ }));
    await userEvent.click(
      dialog.getByRole('button', { name: 'Save the view' }),
    );
    await waitFor(() =>
      expect(costs.saveView).toHaveBeenCalledWith({
        name: 'Shop, last month',
        isShared: false,
        parameters: { range: 'last-month', filter: ['site:site_1'] },
      }),
    );
    await waitFor(() =>
      expect(costs.setDefaultView).toHaveBeenCalledWith('view_1'),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('show again what was kept', async () => {
    const costs = renderCosts('?range=last-month', [
      saved(),
      saved({ viewId: 'view_2', name: 'Of Adam', isOwn: false }),
    ]);
    await openMenu();
    expect(
      await screen.findByRole('menuitem', { name: 'Of Adam (shared)' }),
    ).toBeVisible();
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Computing' }),
    );
    await waitFor(() =>
      expect(costs.queryCosts).toHaveBeenCalledWith(
        expect.objectContaining({
          from: '2026-09-01',
          groupBy: 'service_name',
        }),
      ),
    );
  });

  it('one is shown first where the address says nothing', async () => {
    const costs = renderCosts('', [saved({ isDefault: true })]);
    expect(
      await screen.findByRole('table', { name: 'By service' }),
    ).toBeVisible();
    expect(costs.queryCosts).not.toHaveBeenCalledWith(
      expect.objectContaining({ groupBy: 'site' }),
    );
  });

  it('are not put over an address that says something', async () => {
    const costs = renderCosts('?by=region_id', [saved({ isDefault: true })]);
    expect(
      await screen.findByRole('table', { name: 'By region' }),
    ).toBeVisible();
    expect(costs.queryCosts).not.toHaveBeenCalledWith(
      expect.objectContaining({ from: '2026-09-01' }),
    );
  });

  it('are renamed, shared and deleted; why not is said', async () => {
    const costs = renderCosts('?by=site', [saved()]);
    costs.updateView.mockRejectedValueOnce(
      new PortalError({
        name: 'ConflictError',
        message: 'You have a view called Mine already.',
        status: 409,
      }),
    );
    await openMenu();
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Manage views…' }),
    );
    const view = within(await screen.findByRole('form', { name: 'Computing' }));
    const name = view.getByRole('textbox', { name: 'Name' });
    await userEvent.clear(name);
    await userEvent.type(name, 'Mine');
    await userEvent.click(view.getByRole('button', { name: 'Rename' }));
    expect(
      await view.findByText(/You have a view called Mine already/),
    ).toBeVisible();
    expect(costs.updateView).toHaveBeenCalledWith('view_1', { name: 'Mine' });
    await userEvent.click(view.getByRole('checkbox'));
    await waitFor(() =>
      expect(costs.updateView).toHaveBeenLastCalledWith('view_1', {
        isShared: true,
      }),
    );
    await userEvent.click(view.getByRole('button', { name: 'Delete' }));
    await waitFor(() =>
      expect(costs.deleteView).toHaveBeenCalledWith('view_1'),
    );
  });

  it('are not offered to those who keep none and may not', async () => {
    renderCosts('?by=site', [], ['costs.costs.read']);
    expect(await screen.findByRole('table', { name: 'By site' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Views' })).toBeNull();
  });
});
