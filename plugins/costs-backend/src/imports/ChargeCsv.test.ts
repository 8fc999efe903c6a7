import { createMockDirectory } from '@backstage/backend-test-utils';
import { text } from 'node:stream/consumers';
import { CHARGE_TABLE_COLUMNS } from '../database/chargeTableColumns';
import { Workspace } from '../reading';
import { readChargeCsv } from './ChargeCsv';

jest.setTimeout(60_000);

const ROWS = 50_000;
const KEY = {
  billingPeriod: '2026-09-01',
  sourceId: 'src_1',
  importId: 'imp_1',
  rowOffset: 0,
};

describe('readChargeCsv', () => {
  let workspace: Workspace;

  beforeEach(async () => {
    workspace = await Workspace.open({
      directory: createMockDirectory().path,
      memoryMiB: 160,
      threads: 2,
    });
  });

  afterEach(() => workspace.close());

  /** Charges that are null but for what is told here, as SQL over a number. */
  const allocate = (values: Record<string, string>, rows = ROWS) => {
    const known: Record<string, string> = {
      billing_period_start: `timestamp '2026-09-01'`,
      row_number: 'number',
      ...values,
    };
    const columns = CHARGE_TABLE_COLUMNS.map(
      name => `${known[name] ?? 'null::varchar'} as ${name}`,
    );
    return workspace.run(
      `create view allocated as select ${columns.join(', ')} from range(${rows}) of_numbers(number)`,
    );
  };

  it('tells what all rows share once, and hands over every row', async () => {
    await allocate({
      tenant_id: `'customer-' || number % 7`,
      service_name: `'It''s "one", is it?'`,
      resource_name: `repeat('x', 500)`,
      // As all of the sample say, but not as all rows.
      region_id: `if(number = ${ROWS - 1}, 'other', 'same')`,
      site: `if(number = ${ROWS - 1}, 'a site', null)`,
    });
    const { columns, constants, csv, rowCount } = await readChargeCsv(
      workspace,
      KEY,
    );
    expect(columns).toEqual(['tenant_id', 'row_number', 'region_id', 'site']);
    expect(Object.fromEntries(constants)).toMatchObject({
      source_id: 'src_1',
      import_id: 'imp_1',
      billing_period: '2026-09-01',
      service_name: `It's "one", is it?`,
      team: null,
    });
    const lines = (await text(csv)).trimEnd().split('\n');
    expect(rowCount).toBe(ROWS);
    expect(new Set(lines).size).toBe(ROWS);
    expect(lines).toContain(
      `customer-${(ROWS - 1) % 7},${ROWS - 1},other,a site`,
    );
  });

  it('keeps the number of a row that is the only one', async () => {
    await allocate({ tenant_id: `'acme'` }, 1);
    const { columns, csv } = await readChargeCsv(workspace, KEY);
    expect(columns).toEqual(['row_number']);
    expect(await text(csv)).toBe('0\n');
  });

  it('writes no more for a reader that gave up', async () => {
    await allocate({ resource_name: `repeat('x', 500) || number` });
    const { csv } = await readChargeCsv(workspace, KEY);
    for await (const chunk of csv) {
      expect(chunk.length).toBeGreaterThan(0);
      break;
    }
    // The connection is free again, and the file can be put away.
    expect(await workspace.rows('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('fails with what DuckDB says', async () => {
    // Only a value that is written out is worked out.
    await allocate({
      resource_id: `'i-' || number`,
      resource_name: `if(number = ${ROWS - 1}, error('no such name'), 'i-' || number)`,
    });
    const reading = readChargeCsv(workspace, KEY).then(({ csv }) => text(csv));
    await expect(reading).rejects.toThrow('no such name');
  });
});
