import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  mockCostsApi,
  ofFinance,
  renderPage,
} from '../../__testUtils__/renderPage';
import { finance, owner } from '../../__testUtils__/samples';
import type { Markup } from '../../api';
import { CostsRouter } from '../CostsRouter';

const markup = (values: Partial<Markup>): Markup => ({
  markupId: 'mkp_1',
  validFrom: '2020-01-01',
  percent: '10',
  setBy: 'user:default/frank',
  setAt: '2026-11-01T10:00:00Z',
  ...values,
});

function renderMarkups(
  items: Markup[],
  allowed: readonly string[] = ofFinance,
  me = finance,
) {
  const costs = mockCostsApi({
    listMarkups: async () => ({ items }),
    setMarkup: async () => markup({}),
    removeMarkup: async () => {},
  });
  renderPage(<CostsRouter />, {
    me,
    allowed,
    costs,
    at: '/costs/markups',
    mountPath: '/costs/*',
  });
  return costs;
}

describe('MarkupsPage', () => {
  it('says which mark-ups count today, which did and which will', async () => {
    renderMarkups([
      markup({}),
      markup({ markupId: 'mkp_2', validFrom: '2021-01-01', percent: '12.5' }),
      markup({ markupId: 'mkp_3', validFrom: '2999-01-01', percent: '20' }),
      markup({ markupId: 'mkp_4', customer: 'acme', percent: '-5' }),
    ]);
    const states = (percent: string) =>
      within(screen.getByRole('row', { name: new RegExp(percent) })).getByText(
        /In force|Planned|Ended/,
      ).textContent;
    expect(await screen.findByText(/2 mark-ups are in force/)).toBeVisible();
    expect(['10 %', '12.5 %', '20 %', '-5 %'].map(states)).toEqual([
      'Ended',
      'In force',
      'Planned',
      'In force',
    ]);
    expect(
      await screen.findByRole('row', { name: /Acme Bikes Every service/ }),
    ).toBeVisible();
  });

  it('keeps what is entered, and shows what a customer would see', async () => {
    const costs = renderMarkups([]);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Set a mark-up' }),
    );
    const save = screen.getByRole('button', { name: 'Save' });
    const percent = screen.getByLabelText(/Percent to add/);
    await userEvent.type(percent, '12,5');
    expect(save).toBeDisabled();
    await userEvent.clear(percent);
    await userEvent.type(percent, '12.5');
    expect(
      screen.getByText('Of €100.00 that you pay, the customer sees €112.50.'),
    ).toBeVisible();
    await userEvent.click(save);
    await waitFor(() =>
      expect(costs.setMarkup).toHaveBeenCalledWith({
        customer: undefined,
        serviceCategory: undefined,
        validFrom: `${new Date().toISOString().slice(0, 7)}-01`,
        percent: '12.5',
      }),
    );
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('takes one back', async () => {
    const costs = renderMarkups([markup({})]);
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Change the mark-up of Every service for Every customer from January 2020',
      }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Take back' }));
    await waitFor(() =>
      expect(costs.removeMarkup).toHaveBeenCalledWith('mkp_1'),
    );
  });

  it('is read by operators, and shown to nobody else', async () => {
    renderMarkups([markup({})], ['costs.costs.read', 'costs.markup.read']);
    expect(await screen.findByText('In force')).toBeVisible();
    expect(
      screen.queryByRole('button', { name: /mark-up/ }),
    ).not.toBeInTheDocument();
  });

  it('tells customers that it is not for them', async () => {
    const costs = renderMarkups([markup({})], ['costs.costs.read'], owner);
    expect(
      await screen.findByText('Mark-ups are for finance and operators'),
    ).toBeVisible();
    expect(costs.listMarkups).not.toHaveBeenCalled();
  });
});
