import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { readCharges } from '../__testUtils__/readCharges';
import type { ReadingErrorCode } from './ReadingError';
import type { ReadingLimits } from './ReadingLimits';

const HEADER =
  'BilledCost,BillingCurrency,ChargeCategory,ChargePeriodStart,ChargePeriodEnd,ServiceProviderName';
const ROW = '1,USD,Usage,2026-05-01T00:00:00Z,2026-05-02T00:00:00Z,AWS';
const CSV = `${HEADER}\n${ROW}\n`;

jest.setTimeout(30_000);

describe('files that are refused', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'freehold-refuse-'));
  });
  afterEach(() => fs.rm(folder, { recursive: true, force: true }));

  async function refusal(
    content: string | Buffer,
    limits: Partial<ReadingLimits> = {},
    name = 'charges.csv',
  ): Promise<{ code: ReadingErrorCode; message: string }> {
    const file = path.join(folder, name);
    await fs.writeFile(file, content);
    const outcome = await readCharges(file, { limits }).then(
      async read => {
        await read.workspace.close();
        return { code: 'none', message: 'was read' };
      },
      error => error,
    );
    expect(outcome.message).not.toContain(folder);
    return outcome;
  }

  it.each<[string, ReadingErrorCode, string | Buffer]>([
    ['an empty file', 'empty-file', ''],
    ['an empty gzip file', 'empty-file', zlib.gzipSync('')],
    ['a header without rows', 'header-only', `${HEADER}\n`],
    ['a header without an end of line', 'header-only', HEADER],
    ['a text that is no table', 'no-header', 'hello\nworld\n'],
    ['columns of no export', 'unknown-format', 'a,b\n1,2\n'],
    [
      'a ZIP archive or spreadsheet',
      'zip-archive',
      Buffer.from('PK\x03\x04more of it', 'latin1'),
    ],
    [
      'a ZIP archive in a gzip file',
      'zip-archive',
      zlib.gzipSync(Buffer.from('PK\x03\x04more of it', 'latin1')),
    ],
    ['NUL bytes in a row', 'nul-bytes', `${CSV}1,US\0D,Usage,,,\n`],
    [
      'UTF-16 without a byte order mark',
      'nul-bytes',
      Buffer.from(CSV, 'utf16le'),
    ],
    [
      'UTF-16 that is none',
      'wrong-encoding',
      Buffer.concat([
        Buffer.from(`\uFEFF${CSV}`, 'utf16le'),
        Buffer.from([0x00, 0xd8, 0x20, 0x00]),
      ]),
    ],
    [
      'a gzip file that ends too early',
      'truncated-file',
      zlib.gzipSync(CSV.repeat(100)).subarray(0, -20),
    ],
    [
      'a gzip file that is damaged',
      'damaged-file',
      Buffer.concat([
        zlib.gzipSync(CSV).subarray(0, 12),
        Buffer.alloc(200, 0xff),
      ]),
    ],
    [
      'a quote that takes more rows than are read at once',
      'damaged-file',
      `${CSV}${ROW}\n"${`${ROW}\n`.repeat(100_000)}`,
    ],
    [
      'a Parquet file that ends too early',
      'truncated-file',
      'PAR1 and then nothing more',
    ],
    [
      'a Parquet file that is damaged',
      'damaged-file',
      'PAR1 and then nonsense to the end \x10\x00\x00\x00PAR1',
    ],
  ])('refuses %s', async (_what, code, content) => {
    expect(await refusal(content)).toMatchObject({ code });
  });

  it('refuses a line that never ends, in the header and after it', async () => {
    const limits = { maxLineBytes: 10_000 };
    expect(await refusal('x'.repeat(100_000), limits)).toMatchObject({
      code: 'line-too-long',
    });
    expect(await refusal(CSV + 'x'.repeat(1_000_000), limits)).toMatchObject({
      code: 'line-too-long',
    });
  });

  it('refuses 5,000 columns', async () => {
    const header = Array.from({ length: 5_000 }, (_, at) => `c${at}`);
    expect(await refusal(`${header}\n${header}\n`)).toMatchObject({
      code: 'too-many-columns',
      message: expect.stringContaining('5000'),
    });
  });

  it('refuses a gzip bomb before it is unpacked', async () => {
    const bomb = zlib.gzipSync(Buffer.alloc(200 * 1024 ** 2, '\n'));
    const before = process.memoryUsage().rss;
    expect(
      await refusal(Buffer.concat([zlib.gzipSync(CSV), bomb])),
    ).toMatchObject({ code: 'compression-bomb' });
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 ** 2);
  });

  it('refuses more bytes than the limit, however they are packed', async () => {
    const content = CSV + `${ROW}\n`.repeat(1_000);
    const limits = { maxBytes: 10_000 };
    expect(await refusal(content, limits)).toMatchObject({ code: 'too-large' });
    expect(await refusal(zlib.gzipSync(content), limits)).toMatchObject({
      code: 'too-large',
    });
  });

  it('takes a name with wildcards for a name', async () => {
    await fs.writeFile(
      path.join(folder, 'secret.csv'),
      CSV.replace('AWS', 'secret'),
    );
    const file = path.join(folder, '*.csv');
    await fs.writeFile(file, CSV);
    const { workspace, accepted } = await readCharges(file);
    expect(accepted).toBe(1);
    expect(
      await workspace.rows('select service_provider_name as name from charges'),
    ).toEqual([{ name: 'AWS' }]);
    await workspace.close();
  });
});
