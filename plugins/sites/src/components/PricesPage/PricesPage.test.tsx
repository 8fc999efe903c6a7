import { PortalError } from '@freehold/plugin-tenancy-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mockSitesApi, renderPage } from '../../__testUtils__/renderPage';
import { operator } from '../../__testUtils__/samples';
import type { PriceBook, PricesApi } from '../../api';
import { PricesRouter } from './PricesRouter';

const ITEMS = [
  { cloud: 'local', item: 'size.small', amount: '5.00' },
  { cloud: 'aws', item: 'storage', amount: '1.005' },
];

function book(changes: Partial<PriceBook> = {}): PriceBook {
  return {
    priceBookId: 'pb_1',
    version: '2026-11',
    state: 'published',
    currency: 'EUR',
    source: 'The board of October',
    validFrom: '2026-11-01T00:00:00.000Z',
    publishedAt: '2026-10-20T00:00:00.000Z',
    publishedBy: 'user:default/frank',
    createdBy: 'user:default/frank',
    createdAt: '2026-10-01T00:00:00.000Z',
    items: ITEMS,
    unpriced: [],
    ...changes,
  };
}

const draft = book({
  priceBookId: 'pb_2',
  version: '2026-12',
  state: 'draft',
  validFrom: undefined,
  publishedAt: undefined,
  publishedBy: undefined,
  unpriced: [{ cloud: 'aws', item: 'database.large' }],
});

const READ = 'sites.price-book.read';
const EDIT = 'sites.price-book.edit';

function render(
  prices: Partial<PricesApi> = {},
  options: { at?: string; allowed?: string[] } = {},
) {
  const { at = '/prices', allowed = [READ, EDIT] } = options;
  const books = [draft, book()];
  renderPage(<PricesRouter />, {
    sites: mockSitesApi(),
    me: operator,
    allowed,
    at,
    mountPath: '/prices/*',
    prices: {
      listPriceBooks: async () => ({ items: books, inForce: 'pb_1' }),
      getPriceBook: async id =>
        books.find(({ priceBookId }) => priceBookId === id)!,
      ...prices,
    },
  });
}

const amountOf = (item: string, cloud: string) =>
  screen.findByRole('textbox', { name: `Price of ${item} on ${cloud}` });

describe('the price book', () => {
  it('says which prices hold, and lists what was before and is to come', async () => {
    render();
    expect(
      await screen.findByText(/Orders are priced by 2026-11, since/),
    ).toBeInTheDocument();
    expect(screen.getByText('Draft')).toBeInTheDocument();
    expect(screen.getByText('In force')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '2026-12' })).toHaveAttribute(
      'href',
      '/prices/pb_2',
    );
  });

  it('is not for customers', async () => {
    render({}, { allowed: [] });
    expect(
      await screen.findByText('The price book is for staff'),
    ).toBeInTheDocument();
  });

  it('says why it cannot be shown', async () => {
    render({
      listPriceBooks: async () => {
        throw new PortalError({ name: 'x', message: 'Later.', status: 429 });
      },
    });
    expect(
      await screen.findByText('The prices could not be loaded'),
    ).toBeInTheDocument();
  });

  it('begins a draft with a source', async () => {
    const createPriceBook = jest.fn(async () => draft);
    render({ createPriceBook });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Draft new prices' }),
    );
    const name = await screen.findByRole('textbox', { name: /Name of/ });
    await userEvent.clear(name);
    await userEvent.type(name, '2026-12');
    const begin = screen.getByRole('button', { name: 'Begin the draft' });
    expect(begin).toBeDisabled();
    await userEvent.type(
      screen.getByRole('textbox', { name: /Source/ }),
      'The board',
    );
    await userEvent.click(begin);
    expect(createPriceBook).toHaveBeenCalledWith({
      version: '2026-12',
      source: 'The board',
    });
  });

  it('shows to those who may not edit it no more than what it says', async () => {
    render({}, { at: '/prices/pb_2', allowed: [READ] });
    // In the version that holds and in the draft.
    expect(await screen.findAllByText('€1.005')).toHaveLength(2);
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Publish' }),
    ).not.toBeInTheDocument();
  });
});

describe('a draft of the prices', () => {
  it('says what each price differs by, and saves all of them', async () => {
    const updatePriceBook = jest.fn(async () => draft);
    render({ updatePriceBook }, { at: '/prices/pb_2' });
    expect(
      await screen.findByText('A draft that says the same as 2026-11.'),
    ).toBeInTheDocument();
    const small = await amountOf('Size Small', 'This machine');
    await userEvent.clear(small);
    await userEvent.type(small, '6,50');
    const row = screen.getByRole('row', { name: /Size Small/ });
    expect(row).toHaveTextContent('+€1.50');
    expect(row).toHaveTextContent('+30 %');
    await userEvent.click(
      screen.getByRole('button', { name: 'Save the draft' }),
    );
    await waitFor(() =>
      expect(updatePriceBook).toHaveBeenCalledWith('pb_2', {
        items: [
          { cloud: 'local', item: 'size.small', amount: '6.50' },
          { cloud: 'aws', item: 'storage', amount: '1.005' },
        ],
      }),
    );
  });

  it('says at the field that an amount is none, and is not saved with it', async () => {
    render({}, { at: '/prices/pb_2' });
    const storage = await amountOf('Storage', 'AWS');
    await userEvent.clear(storage);
    await userEvent.type(storage, '1e3');
    await userEvent.tab();
    expect(storage).toHaveAccessibleDescription(/Give a decimal/);
    expect(
      screen.getByRole('button', { name: 'Save the draft' }),
    ).toBeDisabled();
    expect(screen.getByText('Not saved yet.')).toBeInTheDocument();
  });

  it('names what is offered and has no price', async () => {
    render({}, { at: '/prices/pb_2' });
    expect(
      await screen.findByText(/1 thing that is offered has no price/),
    ).toBeInTheDocument();
  });

  it('is published for a day, once that was confirmed', async () => {
    const publishPriceBook = jest.fn(async () => book());
    render({ publishPriceBook }, { at: '/prices/pb_2' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Publish' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/The version changes no more/)).toBeInTheDocument();
    expect(publishPriceBook).not.toHaveBeenCalled();
    const day = dialog.getByLabelText('Holds from');
    await userEvent.clear(day);
    await userEvent.type(day, '2999-01-01');
    await userEvent.click(dialog.getByRole('button', { name: 'Publish' }));
    expect(publishPriceBook).toHaveBeenCalledWith('pb_2', '2999-01-01');
  });

  it('is not published before it is saved', async () => {
    render({}, { at: '/prices/pb_2' });
    await userEvent.type(await amountOf('Size Small', 'This machine'), '1');
    await userEvent.click(screen.getByRole('button', { name: 'Publish' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(
      dialog.getByText('Save the draft before it is published.'),
    ).toBeInTheDocument();
    expect(dialog.getByRole('button', { name: 'Publish' })).toBeDisabled();
  });

  it('is thrown away by its name', async () => {
    const deletePriceBook = jest.fn(async () => {});
    render({ deletePriceBook }, { at: '/prices/pb_2' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Throw away' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(dialog.getByRole('textbox'), '2026-12');
    await userEvent.click(dialog.getByRole('button', { name: 'Throw away' }));
    expect(deletePriceBook).toHaveBeenCalledWith('pb_2');
  });
});
