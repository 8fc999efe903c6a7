import { TestDatabases } from '@backstage/backend-test-utils';
import type { Response } from 'superagent';
import { chargesOf } from './__testUtils__/chargesOf';
import { focusCsv, usage } from './__testUtils__/focusCsv';
import {
  startCostsBackend,
  type CostsBackend,
} from './__testUtils__/startCostsBackend';

jest.setTimeout(120_000);

const RANGE = { from: '2026-09-01', to: '2026-10-01' };
const FORMULA = '=HYPERLINK("http://x")';

function asBuffer(
  res: Response,
  done: (error: Error | null, body: Buffer) => void,
) {
  const chunks: Buffer[] = [];
  const stream = res as unknown as NodeJS.ReadableStream;
  stream.on('data', chunk => chunks.push(Buffer.from(chunk)));
  stream.on('end', () => done(null, Buffer.concat(chunks)));
}

describe('exports', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let backend: CostsBackend;

  beforeEach(async () => {
    backend = await startCostsBackend(await databases.init('POSTGRES_18'));
    await backend.bringIn(
      focusCsv([
        usage({
          Tags: '{"tenant":"acme"}',
          BilledCost: '10.000000000000000001',
          EffectiveCost: '-3',
          ResourceName: FORMULA,
        }),
        usage({
          Tags: '{"tenant":"acme"}',
          BilledCost: '12345678.9',
          ListCost: '',
        }),
        usage({ Tags: '{"tenant":"birch"}', BilledCost: '7' }),
      ]),
    );
  });

  const download = async (user: string, path: string, query: object) => {
    const { body, headers } = await backend
      .as(user)
      .get(`/api/costs/${path}`)
      .query({ ...RANGE, ...query })
      .buffer(true)
      .parse(asBuffer as any)
      .expect(200);
    return { body: body as Buffer, headers };
  };

  it('give charges as Parquet, exact, of the caller’s tenant alone, texts as they are', async () => {
    const { body, headers } = await download('acme/anna', 'charges/export', {
      format: 'parquet',
    });
    expect(headers['content-disposition']).toContain('focus-1.4.parquet');
    const { charges, rejected } = await chargesOf(body);
    expect(rejected).toEqual([]);
    expect(charges).toEqual([
      expect.objectContaining({
        billed_cost: '10.000000000000000001',
        effective_cost: expect.stringMatching(/^-3(\.0+)?$/),
        resource_name: FORMULA,
        charge_period_start: expect.stringContaining('2026-09-17'),
      }),
      expect.objectContaining({
        billed_cost: expect.stringMatching(/^12345678\.90*$/),
        list_cost: null,
      }),
    ]);
  });

  it('give charges as CSV, in which no text is a formula', async () => {
    const { body } = await download('acme/anna', 'charges/export', {});
    const { charges } = await chargesOf(body.toString());
    expect(charges.map(it => it.resource_name)).toContain(`'${FORMULA}`);
    expect(charges.map(it => it.effective_cost)).toContain('-3');
  });

  it('give charges as PDF, with the filters in words', async () => {
    const { body, headers } = await download('acme/anna', 'charges/export', {
      format: 'pdf',
      filter: 'site:site_acme_shop',
    });
    expect(headers['content-disposition']).toContain('.pdf');
    expect(body.subarray(0, 5).toString()).toBe('%PDF-');
    expect(body.subarray(-6).toString()).toContain('EOF');
    expect(body.toString('latin1')).toContain('Charges of Acme Bikes');
  });

  it('give a whole file without rows, where there are none', async () => {
    const { body } = await download('acme/anna', 'charges/export', {
      format: 'parquet',
      filter: 'site:nothing',
    });
    expect(body.subarray(0, 4).toString()).toBe('PAR1');
    expect(body.subarray(-4).toString()).toBe('PAR1');
  });

  const REPORT = {
    groupBy: 'service_name',
    stack: 'site',
    granularity: 'month',
  };

  it('give the breakdown as CSV, beside other days, with formulas defused', async () => {
    await backend.bringIn(
      focusCsv([
        usage(
          { Tags: '{"tenant":"acme"}', BilledCost: '4', ServiceName: FORMULA },
          '2026-08',
        ),
      ]),
    );
    const { body } = await download('acme/anna', 'report', {
      ...REPORT,
      format: 'csv',
      metric: 'billed',
      comparedFrom: '2026-08-01',
      comparedTo: '2026-09-01',
    });
    expect(body.toString().split('\r\n')).toEqual([
      'Service,Value,Currency,Amount,Before,Difference,Change,Charges',
      'Compute,Compute,EUR,12345688.900000000000000001,0,12345688.900000000000000001,,2',
      `"'=HYPERLINK(""http://x"")","'=HYPERLINK(""http://x"")",EUR,0,4,-4,-1.000000,0`,
      '',
    ]);
  });

  it('give what was charged over time, sites by their names', async () => {
    await backend.bringIn(
      focusCsv([
        usage(
          {
            Tags: '{"tenant":"acme","site":"site_acme_shop"}',
            BilledCost: '4',
          },
          '2026-08',
        ),
      ]),
    );
    const { body } = await download('acme/anna', 'report', {
      ...REPORT,
      from: '2026-08-01',
      format: 'csv',
      content: 'trend',
      metric: 'billed',
    });
    expect(body.toString()).toContain('2026-08-01,The bike shop,EUR,4,1');
  });

  it('give a breakdown as Parquet', async () => {
    const { body, headers } = await download('acme/anna', 'report', {
      ...REPORT,
      format: 'parquet',
    });
    expect(headers['content-disposition']).toContain('costs-breakdown-');
    expect(body.subarray(0, 4).toString()).toBe('PAR1');
  });

  it('give a report for people as PDF, with the names of the catalog', async () => {
    const { body, headers } = await download('acme/anna', 'report', {
      ...REPORT,
      format: 'pdf',
    });
    expect(headers['content-type']).toBe('application/pdf');
    expect(body.subarray(0, 5).toString()).toBe('%PDF-');
    expect(body.subarray(-6).toString()).toContain('EOF');
    // The title stands in the file's facts as UTF-16 where it is not ASCII.
    expect(body.toString('latin1')).toContain('Costs of Acme Bikes');
  });

  it('tell nothing of others, whoever is asked about', async () => {
    const { body } = await download('birch/bea', 'report', {
      ...REPORT,
      format: 'csv',
      customer: 'acme',
    });
    expect(body.toString().trim().split('\r\n')).toHaveLength(1);
  });

  it('need both ends of the days beside', async () => {
    const { body } = await backend
      .as('acme/anna')
      .get('/api/costs/report')
      .query({ ...RANGE, ...REPORT, format: 'pdf', comparedFrom: '2026-08-01' })
      .expect(400);
    expect(body.error.message).toContain('Give both');
  });
});
