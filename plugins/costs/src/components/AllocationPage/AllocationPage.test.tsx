import { PortalError } from '@freehold/plugin-tenancy-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  mockCostsApi,
  ofFinance,
  renderPage,
} from '../../__testUtils__/renderPage';
import { finance } from '../../__testUtils__/samples';
import type { AllocationRule, CostsApi, RuleSet } from '../../api';
import { CostsRouter } from '../CostsRouter';

const databases: AllocationRule = {
  id: 'databases',
  name: 'Databases',
  order: 10,
  enabled: true,
  conditions: [{ on: 'serviceName', anyOf: ['Data*'] }],
  effect: { kind: 'direct', set: { tenant: { value: 'acme' } } },
};
const support: AllocationRule = {
  id: 'support',
  name: 'Support',
  order: 20,
  enabled: true,
  conditions: [],
  effect: {
    kind: 'shared',
    split: { by: 'weights', weights: { acme: '1', birch: '2' } },
  },
};

function ruleSet(
  version: number,
  state: RuleSet['state'],
  rules: AllocationRule[],
): RuleSet {
  return {
    version,
    state,
    rules,
    ruleCount: rules.length,
    revision: `revision-${version}`,
    createdBy: 'user:default/frank',
    createdAt: '2026-11-01T00:00:00Z',
    updatedBy: 'user:default/frank',
    updatedAt: '2026-11-01T00:00:00Z',
  };
}

const active = ruleSet(1, 'active', [databases]);
const draft = ruleSet(2, 'draft', [support, { ...databases, order: 30 }]);

function renderRules(
  versions: RuleSet[],
  options: {
    answers?: Partial<CostsApi>;
    allowed?: readonly string[];
    at?: string;
  } = {},
) {
  const costs = mockCostsApi({
    listRuleSets: async () => ({ items: versions }),
    getRuleSet: async version => versions.find(it => it.version === version)!,
    saveRuleSetDraft: async () => draft,
    ...options.answers,
  });
  renderPage(<CostsRouter />, {
    me: finance,
    allowed: options.allowed ?? ofFinance,
    costs,
    at: options.at ?? '/costs/allocation',
    mountPath: '/costs/*',
  });
  return costs;
}

describe('AllocationPage', () => {
  it('tells the rules in force in words', async () => {
    renderRules([active]);
    expect(
      await screen.findByText(
        'Version 1 is in force, with 1 rule. Nothing is being changed.',
      ),
    ).toBeVisible();
    expect(
      await screen.findByText('Where Service is Data* → goes to Acme Bikes'),
    ).toBeVisible();
  });

  it('offers the first rule where there is none', async () => {
    renderRules([]);
    expect(await screen.findByText('No rules yet')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Add a rule' })).toBeEnabled();
  });

  it('shows the draft with what it changes', async () => {
    renderRules([draft, active]);
    expect(
      await screen.findByText(/^Version 2 is a draft with 2 rules; 1 change\./),
    ).toBeVisible();
    const [first] = screen.getAllByRole('listitem', { name: '' });
    expect(first).toBeDefined();
    expect(screen.getByText('New')).toBeVisible();
    expect(
      screen.getByText(
        /Every charge → is shared by weights: Acme Bikes 1, birch 2/,
      ),
    ).toBeVisible();
  });

  it('takes a new rule by its form', async () => {
    const costs = renderRules([active]);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Add a rule' }),
    );
    const dialog = await screen.findByRole('dialog');
    const save = within(dialog).getByRole('button', {
      name: 'Save to the draft',
    });
    expect(save).toBeDisabled();
    await userEvent.type(within(dialog).getAllByLabelText(/^Name/)[0], 'Mail');
    await userEvent.type(within(dialog).getByLabelText(/^Patterns/), 'Mail*');
    await userEvent.type(
      within(dialog).getByRole('combobox', { name: 'Customer' }),
      'Acme',
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'Acme Bikes' }),
    );
    await userEvent.click(save);
    await waitFor(() =>
      expect(costs.saveRuleSetDraft).toHaveBeenCalledWith({
        revision: undefined,
        rules: [
          databases,
          {
            id: 'mail',
            name: 'Mail',
            order: 20,
            enabled: true,
            conditions: [{ on: 'serviceName', anyOf: ['Mail*'] }],
            effect: { kind: 'direct', set: { tenant: { value: 'acme' } } },
          },
        ],
      }),
    );
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('moves and removes rules of the draft that was seen', async () => {
    const costs = renderRules([draft, active]);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Move Databases up' }),
    );
    await waitFor(() =>
      expect(costs.saveRuleSetDraft).toHaveBeenLastCalledWith({
        revision: 'revision-2',
        rules: [
          { ...databases, order: 10 },
          { ...support, order: 20 },
        ],
      }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Remove Support' }),
    );
    await waitFor(() =>
      expect(costs.saveRuleSetDraft).toHaveBeenLastCalledWith({
        revision: 'revision-2',
        rules: [databases],
      }),
    );
  });

  it('says that somebody else has changed the draft', async () => {
    renderRules([draft, active], {
      answers: {
        saveRuleSetDraft: async () => {
          throw new PortalError({
            name: 'ConflictError',
            message: 'Olga has changed the draft since you opened it.',
            status: 409,
          });
        },
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Remove Support' }),
    );
    expect(await screen.findByText(/Olga has changed the draft/)).toBeVisible();
  });

  it('begins a rule with what a row suggests', async () => {
    renderRules([active], {
      at: '/costs/allocation?rule=new&on=tag&value=web*&tag=team',
    });
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByLabelText(/^Patterns/)).toHaveValue('web\\*');
    expect(within(dialog).getByLabelText(/^Key of the tag/)).toHaveValue(
      'team',
    );
  });

  it('lets support read, and change nothing', async () => {
    renderRules([draft, active], {
      allowed: [
        'costs.costs.read',
        'costs.import.read',
        'costs.allocation.read',
      ],
    });
    expect(await screen.findByText('New')).toBeVisible();
    for (const name of [/^Change/, /^Remove/, /^Move/, 'Add a rule']) {
      expect(screen.queryByRole('button', { name })).not.toBeInTheDocument();
    }
  });
});

describe('SimulationPage', () => {
  const period = {
    source: 'src_1',
    sourceName: 'AWS',
    period: '2026-10-01',
    rows: 3,
    sums: [],
    importId: 'imp_1',
    ruleSetVersion: 1,
    replacedAt: '2026-11-01T00:00:00Z',
  };

  it('tells what moves, whom it changes and how much is allocated, and activates', async () => {
    const costs = renderRules([draft, active], {
      at: '/costs/allocation/simulation',
      answers: {
        listPeriods: async () => ({ items: [period] }),
        simulateRuleSetDraft: async () => ({
          version: 2,
          customers: [
            { tenant: 'acme', currency: 'EUR', before: '10', after: '17.3' },
            { tenant: null, currency: 'EUR', before: '8', after: '0.7' },
          ],
          moves: [
            {
              dimension: 'tenant',
              currency: 'EUR',
              from: null,
              to: 'acme',
              ruleId: 'databases',
              cost: '7.3',
            },
          ],
          coverage: {
            before: [{ currency: 'EUR', byCost: '0.5', byRows: '0.25' }],
            after: [{ currency: 'EUR', byCost: '0.95', byRows: '0.75' }],
          },
        }),
        activateRuleSetDraft: async () => ({ ...draft, state: 'active' }),
      },
    });
    expect(
      await screen.findByText('In these months the draft would move €7.30.'),
    ).toBeVisible();
    expect(costs.simulateRuleSetDraft).toHaveBeenCalledWith(['2026-10-01']);
    const moves = screen.getByRole('table', { name: 'What moves' });
    expect(
      within(moves).getByRole('row', {
        name: /Nobody yet Acme Bikes Databases/,
      }),
    ).toBeVisible();
    expect(screen.getByRole('row', { name: 'By cost 50% 95%' })).toBeVisible();

    await userEvent.click(screen.getByRole('button', { name: 'Activate' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText(/^Why/), 'Agreed');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Activate' }),
    );
    await waitFor(() =>
      expect(costs.activateRuleSetDraft).toHaveBeenCalledWith({
        revision: 'revision-2',
        comment: 'Agreed',
      }),
    );
    expect(
      await screen.findByRole('heading', { name: 'Months and versions' }),
    ).toBeVisible();
  });

  it('says that there is nothing to try', async () => {
    renderRules([active], {
      at: '/costs/allocation/simulation',
      answers: { listPeriods: async () => ({ items: [period] }) },
    });
    expect(await screen.findByText(/There is no draft to try/)).toBeVisible();
  });

  it('has months allocated anew, and follows them', async () => {
    const costs = renderRules([active], {
      at: '/costs/allocation/versions',
      answers: {
        listPeriods: async () => ({
          items: [
            period,
            { ...period, period: '2026-09-01', ruleSetVersion: 0 },
          ],
        }),
        reallocatePeriods: async () => ({
          items: [{ importId: 'imp_2' } as never],
        }),
        getImport: async () =>
          ({
            importId: 'imp_2',
            sourceName: 'AWS',
            state: 'failed',
            reallocates: '2026-09-01',
            problem: { code: 'file-gone', message: 'The file is gone.' },
            periods: [],
          }) as never,
      },
    });
    expect(
      await screen.findByText(/^1 month is allocated by other rules/),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Choose those behind' }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Allocate 1 month anew' }),
    );
    await waitFor(() =>
      expect(costs.reallocatePeriods).toHaveBeenCalledWith([
        { period: '2026-09-01', source: 'src_1' },
      ]),
    );
    expect(await screen.findByText('The file is gone.')).toBeVisible();
  });
});

describe('UnallocatedPage', () => {
  const answer = {
    sums: [{ currency: 'EUR', amount: '8', charges: 3 }],
    items: [
      {
        value: 'i-1',
        label: 'orders-db',
        currency: 'EUR',
        amount: '7.3',
        share: '0.91',
        charges: 2,
      },
      {
        value: null,
        currency: 'EUR',
        amount: '0.7',
        share: '0.09',
        charges: 1,
      },
    ],
  };

  it('leads from the largest to a rule for it', async () => {
    const costs = renderRules([active], {
      at: '/costs/allocation/unallocated?by=resource',
      answers: { listUnallocatedCosts: async () => answer },
    });
    expect(
      await screen.findByText('€8.00 is nobody’s yet, of 3 charges.'),
    ).toBeVisible();
    expect(costs.listUnallocatedCosts).toHaveBeenCalledWith(
      expect.objectContaining({ by: 'resource' }),
    );
    expect(
      screen.getByRole('link', { name: 'Make a rule for orders-db' }),
    ).toHaveAttribute(
      'href',
      '/costs/allocation?rule=new&on=resourceName&value=orders-db',
    );
    expect(screen.getByText('No resource')).toBeVisible();
  });

  it('says that everything is somebody’s', async () => {
    renderRules([active], {
      at: '/costs/allocation/unallocated',
      answers: {
        listUnallocatedCosts: async () => ({ sums: [], items: [] }),
      },
    });
    expect(
      await screen.findByText('Nothing is unallocated here'),
    ).toBeVisible();
  });
});
