import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  mockCostsApi,
  ofFinance,
  renderPage,
} from '../../__testUtils__/renderPage';
import { finance } from '../../__testUtils__/samples';
import type { CostsApi, TagPolicy } from '../../api';
import { CostsRouter } from '../CostsRouter';

jest.setTimeout(30_000);

const policy = (changes: Partial<TagPolicy> = {}): TagPolicy => ({
  version: 3,
  changedBy: 'user:default/frank',
  changedAt: '2026-11-01T10:00:00Z',
  requirements: [
    {
      key: 'env',
      variants: ['stage'],
      required: true,
      allowedValues: ['prod', 'dev'],
    },
  ],
  accounts: [{ accountId: '123', tags: { 'cost-centre': '4711' } }],
  virtual: [
    {
      id: 'mail',
      conditions: [{ on: 'serviceName', anyOf: ['Mail*', 'Post*'] }],
      key: 'product',
      value: 'mail',
    },
  ],
  olderPeriods: [],
  ...changes,
});

function renderPolicy(
  options: { found?: TagPolicy; mayChange?: boolean; mayRead?: boolean } & {
    answers?: Partial<CostsApi>;
  } = {},
) {
  const { found = policy(), mayChange = true, mayRead = true } = options;
  const costs = mockCostsApi({
    getTagPolicy: async () => found,
    setTagPolicy: async () => policy({ version: 4 }),
    previewTagPolicy: async () => ({
      period: '2026-10-01',
      items: [
        {
          key: 'env',
          currency: 'EUR',
          cost: '10',
          lookedAt: '1',
          now: '0.5',
          then: '0.75',
        },
        { key: 'owner', currency: 'EUR', cost: '10', lookedAt: '1', then: '0' },
      ],
    }),
    ...options.answers,
  });
  renderPage(<CostsRouter />, {
    me: finance,
    allowed: [
      ...ofFinance,
      ...(mayRead ? ['costs.tag-policy.read'] : []),
      ...(mayChange ? ['costs.tag-policy.update'] : []),
    ],
    costs,
    at: '/costs/tags/policy',
    mountPath: '/costs/*',
  });
  return costs;
}

const press = async (name: string) =>
  userEvent.click(await screen.findByRole('button', { name }));

describe('TagPolicyPage', () => {
  it('says what is asked for in words', async () => {
    renderPolicy({ mayChange: false });
    expect(await screen.findByText('Allowed: prod, dev')).toBeVisible();
    expect(screen.getByText('Also written stage')).toBeVisible();
    expect(screen.getByText('cost-centre = 4711')).toBeVisible();
    expect(screen.getByText('Service is like Mail* or Post*')).toBeVisible();
    expect(
      screen.getByText(/Version 3 is in force; frank made it/),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: /Change|Add|Put/ })).toBeNull();
  });

  it('puts a tag in force after it was tried', async () => {
    const costs = renderPolicy();
    expect(
      await screen.findByRole('button', { name: 'Put in force' }),
    ).toBeDisabled();
    await press('Add a tag');
    const dialog = screen.getByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText(/^Key/), 'owner');
    await userEvent.type(
      within(dialog).getByLabelText('Other spellings of the key'),
      'Owner Name\nresponsible',
    );
    await press('Done');
    await press('Try it');
    const preview = await screen.findByRole('table', {
      name: 'What it would say of October 2026',
    });
    expect(
      within(preview).getByRole('row', { name: 'env 50% 75%' }),
    ).toBeVisible();
    expect(
      within(preview).getByRole('row', { name: 'owner Not asked for 0%' }),
    ).toBeVisible();
    await press('Put in force');
    await waitFor(() =>
      expect(costs.setTagPolicy).toHaveBeenCalledWith({
        basedOn: 3,
        requirements: [
          ...policy().requirements,
          {
            key: 'owner',
            variants: ['Owner Name', 'responsible'],
            required: true,
          },
        ],
        accounts: policy().accounts,
        virtual: policy().virtual,
      }),
    );
  });

  it('takes a preview away that is of something else than what is written', async () => {
    renderPolicy();
    await press('Try it');
    await screen.findByRole('table', { name: /What it would say/ });
    await press('Remove env');
    expect(
      screen.queryByRole('table', { name: /What it would say/ }),
    ).not.toBeInTheDocument();
    await press('Discard changes');
    expect(screen.getByText('Allowed: prod, dev')).toBeVisible();
  });

  it('does not take a line for a spelling that is none', async () => {
    renderPolicy();
    await press('Change env');
    const dialog = screen.getByRole('dialog');
    const spellings = within(dialog).getByLabelText(
      /Other spellings of values/,
    );
    await userEvent.type(spellings, 'production');
    expect(within(dialog).getByText('Line 1 has no “=”.')).toBeVisible();
    expect(within(dialog).getByRole('button', { name: 'Done' })).toBeDisabled();
    await userEvent.type(spellings, ' = prod');
    expect(within(dialog).getByRole('button', { name: 'Done' })).toBeEnabled();
  });

  it('adds a tag of its own by conditions', async () => {
    const costs = renderPolicy();
    await press('Add a rule');
    const dialog = screen.getByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText(/^Key/), 'product');
    await userEvent.type(within(dialog).getByLabelText(/^Value/), 'shop');
    await userEvent.type(within(dialog).getByLabelText(/Like one of/), 'Shop*');
    await press('Done');
    await press('Put in force');
    await waitFor(() =>
      expect(costs.setTagPolicy).toHaveBeenCalledWith(
        expect.objectContaining({
          virtual: [
            ...policy().virtual,
            {
              id: 'product',
              conditions: [{ on: 'serviceName', anyOf: ['Shop*'] }],
              key: 'product',
              value: 'shop',
            },
          ],
        }),
      ),
    );
  });

  it('keeps what was written when it is refused, and says why', async () => {
    renderPolicy({
      answers: {
        setTagPolicy: () =>
          Promise.reject(new Error('Somebody else changed the tag policy')),
      },
    });
    await press('Remove env');
    await press('Put in force');
    expect(await screen.findByText('The policy was not changed')).toBeVisible();
    expect(screen.getByText('No tag is wanted.')).toBeVisible();
  });

  it('tells which months still go by an older policy', async () => {
    renderPolicy({
      found: policy({
        olderPeriods: [
          {
            source: 'src_1',
            sourceName: 'AWS',
            period: '2026-09-01',
            version: 2,
          },
        ],
      }),
    });
    expect(
      await screen.findByText('September 2026 of AWS (version 2)'),
    ).toBeVisible();
  });

  it('is for staff', async () => {
    const costs = renderPolicy({ mayRead: false, mayChange: false });
    expect(
      await screen.findByText('The tag policy is for staff'),
    ).toBeVisible();
    expect(costs.getTagPolicy).not.toHaveBeenCalled();
  });
});
