import { DuckDBInstance } from '@duckdb/node-api';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { chargesOf } from '../__testUtils__/chargesOf';

async function parquet(sql: string): Promise<Buffer> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'freehold-parquet-'));
  const file = path.join(folder, 'charges.parquet');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`copy (${sql}) to '${file}' (format parquet)`);
  connection.closeSync();
  const content = await fs.readFile(file);
  await fs.rm(folder, { recursive: true });
  return content;
}

const GOOD = `'USD' as "BillingCurrency", 'Usage' as "ChargeCategory",
  timestamp '2026-05-01 00:00:00' as "ChargePeriodStart",
  timestamptz '2026-05-02 02:00:00+02' as "ChargePeriodEnd",
  'AWS' as "ServiceProviderName"`;

describe('reading Parquet', () => {
  it('keeps every digit of decimals and reads maps as JSON', async () => {
    const { charges, rejected } = await chargesOf(
      await parquet(`select ${GOOD},
        12345678901234567890.123456789012345678::decimal(38, 18) as "BilledCost",
        0.1::double as "EffectiveCost", 3::integer as "ConsumedQuantity",
        map {'user:Name': 'shop', ' org': 'a "b"'} as "Tags",
        map {'discount': 0.10::decimal(30, 20)} as "x_Discount",
        date '2026-05-31' as "x_Day", '' as "x_Empty"`),
    );
    expect(rejected).toEqual([]);
    const [charge] = charges;
    expect(charge).toMatchObject({
      billed_cost: '12345678901234567890.123456789012345678',
      effective_cost: '0.1',
      consumed_quantity: '3',
      charge_period_start: '2026-05-01 00:00:00',
      charge_period_end: '2026-05-02 00:00:00',
    });
    expect(JSON.parse(charge.tags!)).toEqual({
      'user:Name': 'shop',
      ' org': 'a "b"',
    });
    expect(JSON.parse(charge.extension!)).toEqual({
      x_Discount: '{"discount":"0.10000000000000000000"}',
      x_Day: '2026-05-31',
    });
  });

  it('refuses a column of text with NUL characters, at which PostgreSQL stops', async () => {
    await expect(
      chargesOf(
        await parquet(
          `select ${GOOD}, 1 as "BilledCost", 'a' || chr(0) as "ResourceId"`,
        ),
      ),
    ).rejects.toMatchObject({ code: 'nul-bytes' });
  });

  it('refuses more rows than the limit before it reads any', async () => {
    const content = await parquet(
      `select ${GOOD}, 1 as "BilledCost" from range(1000)`,
    );
    await expect(
      chargesOf(content, { limits: { maxRows: 999 } }),
    ).rejects.toMatchObject({ code: 'too-many-rows' });
  });

  it('refuses a file whose inside is damaged, in its own words', async () => {
    const content = await parquet(
      `select ${GOOD}, hash(i)::varchar as "BilledCost" from range(5000) t(i)`,
    );
    content.fill(0xff, 40, Math.floor(content.length / 2));
    await expect(chargesOf(content)).rejects.toMatchObject({
      code: 'damaged-file',
      message: 'The Parquet file is damaged. Fetch it from the provider again',
    });
  });
});
