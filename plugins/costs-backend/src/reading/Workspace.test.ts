import fs from 'node:fs/promises';
import { openWorkspace } from '../__testUtils__/readCharges';
import type { Workspace } from './Workspace';

describe('Workspace', () => {
  let workspace: Workspace;
  beforeEach(async () => {
    workspace = await openWorkspace();
  });
  afterEach(() => workspace.close());

  it.each([
    "select * from read_csv('/etc/passwd')",
    "select * from read_text('/etc/hostname')",
    "select * from read_csv('https://example.com/charges.csv')",
    "copy (select 1) to '/tmp/freehold-escaped.csv'",
    "attach '/tmp/freehold-escaped.duckdb'",
    'install httpfs',
    'load httpfs',
    'set enable_external_access = true',
    "set allowed_directories = ['/']",
  ])('reaches nothing outside of its folder: %s', async sql => {
    await expect(workspace.run(sql)).rejects.toThrow(
      /disabled|Cannot|locked|not found|Permission|configuration/i,
    );
  });

  it('writes and reads files of its own folder', async () => {
    const file = `${workspace.folder}/rows.csv`;
    await workspace.run(`copy (select 1 as one) to '${file}'`);
    expect(await workspace.rows(`from read_csv('${file}')`)).toEqual([
      { one: '1' },
    ]);
  });

  it('takes its folder along when it is closed', async () => {
    const other = await openWorkspace();
    await other.close();
    await expect(fs.access(other.folder)).rejects.toThrow('ENOENT');
  });

  it.each([
    ['4', '4'],
    ['-100.20', '-100.20'],
    ['35.2E-7', '0.00000352'],
    ['35.2E7', '352000000'],
    ['1.2E+3', '1200'],
    ['1.2345678901234567e-05', '0.000012345678901234567'],
    ['+333', '333'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['-1e-3', '-0.001'],
    [' 0.00 ', '0.00'],
    ['$50,000.00 ', '50000.00'],
    ['($1,234.50)', '-1234.50'],
    ['-$3', '-3'],
    [`0.${'1234567890'.repeat(9)}`, `0.${'1234567890'.repeat(9)}`],
    ['3,432,342', null],
    ['1,5', null],
    ['1_000', null],
    ['$1,00', null],
    ['35.24 x 10^7', null],
    ['2.3^3', null],
    ['abc', null],
    ['NaN', null],
    ['Infinity', null],
    ['1e999', null],
    ['--1', null],
    ['.', null],
    ['0x10', null],
    ['9'.repeat(201), null],
  ])('reads the number %s as %s', async (written, expected) => {
    const [{ number }] = await workspace.rows<{ number: string | null }>(
      'select exact_number(?) as number',
      [written],
    );
    expect(number).toBe(expected);
  });

  it.each([
    ['2026-05-01', '2026-05-01 00:00:00'],
    ['2026-05-01T10:00:00Z', '2026-05-01 10:00:00'],
    ['2026-05-01 10:00:00', '2026-05-01 10:00:00'],
    ['2026-05-01 10:00:00 UTC', '2026-05-01 10:00:00'],
    ['2026-05-01T10:00Z', '2026-05-01 10:00:00'],
    ['2026-05-01T10:00:00.250Z', '2026-05-01 10:00:00.25'],
    ['2026-05-01T00:00:00+02:00', '2026-04-30 22:00:00'],
    ['2026-05-01T00:00:00-0330', '2026-05-01 03:30:00'],
    ['2026-05-01 00:00+02', '2026-04-30 22:00:00'],
    ['20260501', '2026-05-01 00:00:00'],
    ['2026-02-30', null],
    ['01/05/2026', null],
    ['infinity', null],
    ['now', null],
    ['epoch', null],
    ['', null],
  ])('reads the instant %s as %s', async (written, expected) => {
    const [{ at }] = await workspace.rows<{ at: string | null }>(
      'select instant(?) as at',
      [written],
    );
    expect(at).toBe(expected);
  });

  it.each([
    ['9/21/2023', '2023-09-21 00:00:00'],
    ['4/1/25', '2025-04-01 00:00:00'],
    ['09/21/2023 10:30:00', '2023-09-21 10:30:00'],
    ['21/9/2023', null],
  ])(
    'reads the month of %s first where the format says so',
    async (written, expected) => {
      const [{ at }] = await workspace.rows<{ at: string | null }>(
        'select month_first_instant(?) as at',
        [written],
      );
      expect(at).toBe(expected);
    },
  );

  it.each([
    ['{"a":"b"}', true],
    ['{" org": "trey", "nan": "NaN, }"}', true],
    ['[{"a":1}]', true],
    ['{"a":NaN}', false],
    ['{"a":-Infinity}', false],
    ['{"a":1,}', false],
    ['{"a":"\\u0000"}', false],
    ['{"a":"\\ud800"}', false],
    ['"text"', false],
    ['1', false],
    ['{', false],
  ])(
    'knows whether PostgreSQL takes %s as JSON: %s',
    async (written, expected) => {
      const [{ json }] = await workspace.rows<{ json: boolean }>(
        'select is_json_object(?) as json',
        [written],
      );
      expect(json).toBe(expected);
    },
  );

  it.each([
    ['0.1', '0.2', '0.3', '0.02'],
    ['-1.50', '1.5', '0.00', '-2.250'],
    [
      '12345678901234567890.12',
      '0.0000000001',
      '12345678901234567890.1200000001',
      '1234567890.123456789012',
    ],
    ['3', '-0.003', '2.997', '-0.009'],
  ])(
    'adds and multiplies %s and %s exactly',
    async (left, right, total, product) => {
      const [row] = await workspace.rows<{ total: string; product: string }>(
        'select exact_sum($1, $2) as total, exact_product($1, $2) as product',
        [left, right],
      );
      expect(row).toEqual({ total, product });
    },
  );

  it('says so rather than round what has too many digits', async () => {
    const [row] = await workspace.rows<{ product: string }>(
      "select exact_number(exact_product('1234567890123456789.1', '12345678901234567890.1')) as product",
    );
    expect(row.product).toBeNull();
  });
});
