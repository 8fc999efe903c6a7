import { PortalError } from '@freehold/plugin-tenancy-react';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  mockCostsApi,
  ofFinance,
  renderPage,
} from '../../__testUtils__/renderPage';
import {
  conformance,
  finance,
  importDetail,
} from '../../__testUtils__/samples';
import type { CostsApi, ImportDetail } from '../../api';
import { CostsRouter } from '../CostsRouter';

function renderImport(
  shown: Partial<ImportDetail>,
  answers: Partial<CostsApi> = {},
) {
  const costs = mockCostsApi({
    getImport: async () => importDetail(shown),
    getConformance: async () => conformance,
    ...answers,
  });
  renderPage(<CostsRouter />, {
    costs,
    me: finance,
    allowed: ofFinance,
    at: '/costs/imports/imp_1',
    mountPath: '/costs/*',
  });
  return costs;
}

describe('ImportPage', () => {
  it('says what went in, and what each month was and is', async () => {
    renderImport({
      periods: [
        {
          period: '2026-10-01',
          rowsBefore: 100,
          rowsAfter: 120,
          sums: [
            { currency: 'EUR', billedBefore: '10.00', billedAfter: '12.5' },
            { currency: 'USD', billedBefore: '1.00', billedAfter: '0.75' },
          ],
          changes: [
            {
              currency: 'EUR',
              service: 'Compute',
              before: '10.00',
              after: '12.5',
            },
            { currency: 'USD', service: null, before: '1.00', after: '0.75' },
          ],
        },
        {
          period: '2026-11-01',
          rowsBefore: 0,
          rowsAfter: 5,
          sums: [{ currency: 'EUR', billedBefore: '0', billedAfter: '3' }],
          changes: [],
        },
      ],
    });
    expect(
      await screen.findByText('1,200 rows went in, none was rejected.'),
    ).toBeVisible();
    const table = within(
      screen.getByRole('table', { name: 'What it replaced' }),
    );
    const [, october, inDollars, november] = table.getAllByRole('row');
    expect(october).toHaveTextContent(
      'October 2026100 → 120€10.00€12.50+€2.50',
    );
    expect(inDollars).toHaveTextContent('-$0.25');
    expect(november).toHaveTextContent('new');
    await userEvent.click(
      screen.getByText('What changed, by service: October 2026'),
    );
    const changes = within(
      screen.getByRole('table', {
        name: 'What changed, by service: October 2026',
      }),
    );
    expect(changes.getByRole('row', { name: /Compute/ })).toHaveTextContent(
      'Compute€10.00€12.50+€2.50',
    );
  });

  it('lists rejected rows with their reasons, to take away', async () => {
    const downloadRejectedRows = jest.fn(async () => {});
    renderImport(
      { rejected: 1 },
      {
        downloadRejectedRows,
        listRejectedRows: async () => ({
          items: [
            {
              row: 3,
              reasons: [
                {
                  column: 'BilledCost',
                  code: 'not-a-number',
                  message: '“12,x” is no amount.',
                },
              ],
              values: 'acme,12,x',
            },
          ],
          total: 1,
        }),
      },
    );
    expect(
      await screen.findByText('1,200 rows went in, 1 was rejected.'),
    ).toBeVisible();
    const row = await screen.findByRole('row', { name: /“12,x” is no amount/ });
    expect(row).toHaveTextContent('BilledCost');
    await userEvent.click(
      screen.getByRole('button', { name: 'Download them' }),
    );
    expect(downloadRejectedRows).toHaveBeenCalledWith('imp_1');
  });

  it('takes rejected rows corrected, and follows their import', async () => {
    const costs = renderImport(
      { rejected: 1 },
      {
        listRejectedRows: async () => ({
          items: [{ row: 3, reasons: [], values: '{}', correctedBy: 'imp_7' }],
          total: 1,
        }),
        correctRejectedRows: async () => importDetail({ importId: 'imp_8' }),
      },
    );
    expect(
      await screen.findByRole('link', { name: 'a later import' }),
    ).toHaveAttribute('href', '/costs/imports/imp_7');
    const file = new File(['row,reasons\n'], 'corrected.csv');
    const input = document.querySelector('input[type=file]')!;
    fireEvent.change(input, { target: { files: [file] } });
    await waitFor(() => expect(costs.getImport).toHaveBeenCalledWith('imp_8'));
    expect(costs.correctRejectedRows).toHaveBeenCalledWith(
      'imp_1',
      file,
      expect.anything(),
    );
  });

  it('says which import a file corrects, and how its text was read', async () => {
    renderImport({
      mode: 'correct',
      corrects: 'imp_0',
      encoding: 'windows-1252',
      rejected: 1,
    });
    expect(
      await screen.findByRole('link', {
        name: 'the import with the rejected rows',
      }),
    ).toHaveAttribute('href', '/costs/imports/imp_0');
    expect(
      screen.getByText('Windows-1252, since it is no valid UTF-8'),
    ).toBeVisible();
    expect(screen.queryByText('Bring the corrected rows in')).toBeNull();
  });

  it('keeps what must hold apart from what should, and finds columns', async () => {
    renderImport({});
    expect(
      await screen.findByText(
        '1 of 310 checked rules that must hold are broken, and 1 that should.',
      ),
    ).toBeVisible();
    expect(screen.getByText(/ChargeClass must be null/)).toBeVisible();
    expect(
      screen.getByText(/Row 12 for example: ChargeClass = Fix/),
    ).toBeVisible();
    expect(screen.queryByText(/RegionName should/)).toBeNull();
    await userEvent.click(screen.getByRole('radio', { name: 'Should (1)' }));
    expect(screen.getByText(/RegionName should/)).toBeVisible();
    expect(screen.getByText('in the head of the file')).toBeVisible();
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Find a column or a rule' }),
      'billed',
    );
    expect(screen.getByText('No finding has these words')).toBeVisible();
  });

  it('says why an import failed, and that nothing changed', async () => {
    renderImport({
      state: 'failed',
      accepted: undefined,
      mustFindings: undefined,
      problem: {
        code: 'unknown-format',
        message: 'No known export has these columns. Export it as FOCUS.',
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'No known export has these columns. Export it as FOCUS.',
    );
    expect(
      screen.getByText('It failed. Costs are as they were before.'),
    ).toBeVisible();
  });

  it('says when a file brought nothing new', async () => {
    renderImport({ unchanged: true });
    expect(
      await screen.findByText(/so nothing was replaced/),
    ).toBeInTheDocument();
    expect(screen.getByText('Nothing new')).toBeVisible();
  });

  it('leads back from an import that is not there', async () => {
    renderImport(
      {},
      {
        getImport: async () => {
          throw new PortalError({
            name: 'NotFoundError',
            message: 'No import imp_1',
            status: 404,
          });
        },
      },
    );
    expect(
      await screen.findByRole('heading', { name: 'There is no such import' }),
    ).toBeVisible();
  });
});
