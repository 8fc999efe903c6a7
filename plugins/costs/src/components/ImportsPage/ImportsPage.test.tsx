import { PortalError } from '@freehold/plugin-tenancy-react';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  mockCostsApi,
  ofFinance,
  renderPage,
} from '../../__testUtils__/renderPage';
import {
  finance,
  importDetail,
  imported,
  source,
} from '../../__testUtils__/samples';
import type { CostsApi } from '../../api';
import { CostsRouter } from '../CostsRouter';

const answers: Partial<CostsApi> = {
  listSources: async () => ({ items: [source({ lastImport: imported() })] }),
  listImports: async () => ({
    items: [imported({ rejected: 1 })],
    total: 1,
  }),
  importCharges: async () => imported({ importId: 'imp_2', state: 'queued' }),
  getImport: async importId =>
    importDetail({ importId, state: 'running', step: 'checking' }),
};

function renderImports(
  options: Partial<Parameters<typeof renderPage>[1]> = {},
  path = 'imports',
) {
  const costs = options.costs ?? mockCostsApi(answers);
  renderPage(<CostsRouter />, {
    me: finance,
    allowed: ofFinance,
    ...options,
    costs,
    at: `/costs/${path}`,
    mountPath: '/costs/*',
  });
  return costs;
}

const file = new File(['a,b\n1,2\n'], 'november.csv', { type: 'text/csv' });

async function choose() {
  // The field is hidden behind a button of its own.
  const input = document.querySelector('input[type=file]') as HTMLInputElement;
  fireEvent.change(input, { target: { files: [file] } });
}

describe('ImportsPage', () => {
  it('shows sources and imports, and what came of the last one', async () => {
    renderImports();
    expect(
      await screen.findByText(
        'The last import, november.csv, brought 1,200 rows.',
      ),
    ).toBeVisible();
    expect(screen.getByText('1,200 in · 1 rejected')).toBeVisible();
  });

  it('sends a chosen file to the only source and follows the import', async () => {
    const costs = renderImports();
    await screen.findByRole('button', { name: 'Choose a file' });
    await choose();
    expect(
      await screen.findByText(
        'It is being imported; costs stay as they were until it ends.',
      ),
    ).toBeVisible();
    expect(costs.importCharges).toHaveBeenCalledWith(
      'src_1',
      file,
      expect.objectContaining({ mode: 'replace', encoding: undefined }),
    );
    expect(costs.getImport).toHaveBeenCalledWith('imp_2');
    const step = screen.getByText('Checking', { selector: 'li' });
    expect(step).toHaveAttribute('aria-current', 'step');
  });

  it('adds a file to its months where that is chosen', async () => {
    const costs = renderImports();
    await userEvent.click(
      await screen.findByRole('button', { name: /Its months/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'Add to what is there' }),
    );
    expect(
      screen.getByText('The file is one of several of its months'),
    ).toBeVisible();
    await choose();
    await waitFor(() =>
      expect(costs.importCharges).toHaveBeenCalledWith(
        'src_1',
        file,
        expect.objectContaining({ mode: 'add' }),
      ),
    );
  });

  it('takes a dropped file, and shows how much of it is sent', async () => {
    renderImports({
      costs: mockCostsApi({
        ...answers,
        importCharges: (_source, _file, options) => {
          options?.onProgress?.(0.4);
          return new Promise(() => {});
        },
      }),
    });
    const box = (await screen.findByText('Drop the file here')).closest(
      'div',
    ) as HTMLElement;
    fireEvent.drop(box, { dataTransfer: { files: [file] } });
    expect(
      await screen.findByRole('progressbar', {
        name: 'Sending november.csv: 40 %',
      }),
    ).toHaveAttribute('value', '40');
  });

  it('makes a new source with its first file, once', async () => {
    const createSource = jest.fn(async () => source({ sourceId: 'src_9' }));
    let tries = 0;
    const costs = mockCostsApi({
      ...answers,
      listSources: async () => ({ items: [] }),
      createSource,
      importCharges: async () => {
        tries += 1;
        if (tries > 1) return imported({ importId: 'imp_2' });
        throw new PortalError({
          name: 'InputError',
          message: 'The file is empty. Export it again.',
          status: 400,
        });
      },
    });
    renderImports({ costs });
    expect(await screen.findByText('No source yet')).toBeVisible();
    const button = screen.getByRole('button', { name: 'Choose a file' });
    expect(button).toBeDisabled();
    await userEvent.type(
      screen.getByRole('textbox', { name: /Name of the new source/ }),
      'Northern Cloud',
    );
    await userEvent.type(
      screen.getByRole('textbox', { name: /Currency of files/ }),
      'eur',
    );
    expect(button).toBeEnabled();
    await choose();
    expect(
      await screen.findByText('The file is empty. Export it again.'),
    ).toBeVisible();
    expect(createSource).toHaveBeenCalledWith({
      name: 'Northern Cloud',
      defaults: { BillingCurrency: 'EUR' },
    });
    await choose();
    await waitFor(() =>
      expect(costs.importCharges).toHaveBeenLastCalledWith(
        'src_9',
        file,
        expect.anything(),
      ),
    );
    expect(createSource).toHaveBeenCalledTimes(1);
  });

  it('offers no upload to staff who may only read', async () => {
    renderImports({ allowed: ['costs.costs.read', 'costs.import.read'] });
    await screen.findByText('1,200 in · 1 rejected');
    expect(screen.queryByText('Import a file')).toBeNull();
  });

  it.each(['imports', 'imports/imp_1', 'periods'])(
    'shows nothing of /costs/%s to customers',
    async path => {
      const costs = renderImports(
        { me: undefined, allowed: ['costs.costs.read'] },
        path,
      );
      expect(await screen.findByText('Imports are for staff')).toBeVisible();
      expect(costs.listImports).not.toHaveBeenCalled();
      expect(costs.getImport).not.toHaveBeenCalled();
      expect(costs.listPeriods).not.toHaveBeenCalled();
    },
  );

  it('says what each source has for each month', async () => {
    renderImports(
      {
        costs: mockCostsApi({
          listPeriods: async () => ({
            items: [
              {
                source: 'src_1',
                sourceName: 'Northern Cloud',
                period: '2026-10-01',
                rows: 31_000,
                sums: [{ amount: '99.123456', currency: 'EUR' }],
                importId: 'imp_1',
                ruleSetVersion: 0,
                replacedAt: '2026-11-03T10:00:00.000Z',
              },
            ],
          }),
        }),
      },
      'periods',
    );
    const row = await screen.findByRole('row', { name: /October 2026/ });
    expect(row).toHaveTextContent('Northern Cloud');
    expect(row).toHaveTextContent('31,000');
    expect(row).toHaveTextContent('€99.123456');
  });
});
