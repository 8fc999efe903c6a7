import zlib from 'node:zlib';
import { chargesOf } from '../__testUtils__/chargesOf';

const HEADER = [
  'BilledCost',
  'BillingCurrency',
  'ChargeCategory',
  'ChargePeriodStart',
  'ChargePeriodEnd',
  'ServiceProviderName',
  'ChargeDescription',
];
const row = (description: string, cost = '1.50') => [
  cost,
  'EUR',
  'Usage',
  '2026-05-01T00:00:00Z',
  '2026-05-02T00:00:00Z',
  'Gärtner & Söhne',
  description,
];

function csv(rows: string[][], delimiter = ',', newline = '\n'): string {
  const quoted = (value: string) =>
    /[",;|\t\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  return [HEADER, ...rows]
    .map(values => values.map(quoted).join(delimiter) + newline)
    .join('');
}

const TEXT = 'a "quoted", text; with | all\tof\nit';

describe('reading CSV', () => {
  it.each<[string, string | Buffer]>([
    ['commas', csv([row(TEXT)])],
    ['semicolons', csv([row(TEXT)], ';')],
    ['tabs', csv([row(TEXT)], '\t')],
    ['bars', csv([row(TEXT)], '|')],
    ['Windows line ends', csv([row(TEXT)], ',', '\r\n')],
    ['no line end at the end', csv([row(TEXT)]).trimEnd()],
    ['a byte order mark', `\uFEFF${csv([row(TEXT)])}`],
    ['gzip', zlib.gzipSync(csv([row(TEXT)]))],
    [
      'gzip in two members',
      Buffer.concat([
        zlib.gzipSync(csv([])),
        zlib.gzipSync(csv([row(TEXT)]).slice(csv([]).length)),
      ]),
    ],
    [
      'UTF-16, little end first',
      Buffer.from(`\uFEFF${csv([row(TEXT)])}`, 'utf16le'),
    ],
    [
      'UTF-16, big end first',
      Buffer.from(`\uFEFF${csv([row(TEXT)])}`, 'utf16le').swap16(),
    ],
    [
      'UTF-16 in gzip',
      zlib.gzipSync(Buffer.from(`\uFEFF${csv([row(TEXT)])}`, 'utf16le')),
    ],
    [
      'another letter case in the header',
      csv([row(TEXT)]).replace(/^.*\n/, header => header.toUpperCase()),
    ],
    [
      'blanks around the names of the header',
      csv([row(TEXT)]).replace(/^.*\n/, header =>
        header.replaceAll(',', ' , '),
      ),
    ],
  ])('reads %s', async (_what, content) => {
    const { charges, rejected } = await chargesOf(content);
    expect(rejected).toEqual([]);
    expect(charges).toEqual([
      expect.objectContaining({
        row_number: '1',
        billed_cost: '1.50',
        charge_description: TEXT,
        service_provider_name: 'Gärtner & Söhne',
        extension: null,
      }),
    ]);
  });

  it('reads Windows-1252 where the sender declares it', async () => {
    const content = Buffer.from(csv([row('schön')]), 'latin1');
    const { charges } = await chargesOf(content, {
      declared: { encoding: 'windows-1252' },
    });
    expect(charges[0].service_provider_name).toBe('Gärtner & Söhne');
  });

  it.each([
    ['plain', (content: Buffer) => content],
    ['gzipped', (content: Buffer) => zlib.gzipSync(content)],
  ])('finds out that a %s file is Windows-1252', async (_kind, pack) => {
    const content = csv([row('one'), row('schön')]);
    const { charges, rejected } = await chargesOf(
      pack(Buffer.from(content, 'latin1')),
    );
    expect(charges.map(it => it.service_provider_name)).toEqual([
      'Gärtner & Söhne',
      'Gärtner & Söhne',
    ]);
    expect(rejected).toEqual([]);
  });

  it('finds it out from the header alone', async () => {
    const [head, ...lines] = csv([row('one')]).split('\n');
    const content = [`${head},Gebühr`, ...lines.map(it => it && `${it},3`)];
    const { charges } = await chargesOf(
      Buffer.from(content.join('\n'), 'latin1'),
    );
    expect(JSON.parse(charges[0].extension!)).toEqual({ Gebühr: '3' });
  });

  it('rejects a row in another encoding and reads those around it', async () => {
    const lines = csv([row('one'), row('two'), row('three')]).split('\n');
    const content = Buffer.concat([
      Buffer.from(`${lines[0]}\n${lines[1]}\n`),
      Buffer.from(`${lines[2]}\n`, 'latin1'),
      Buffer.from(`${lines[3]}\n`),
    ]);
    const { charges, rejected } = await chargesOf(content);
    expect(
      charges.map(charge => [charge.row_number, charge.charge_description]),
    ).toEqual([
      ['1', 'one'],
      ['3', 'three'],
    ]);
    expect(rejected).toEqual([
      {
        row: 2,
        reasons: [expect.objectContaining({ code: 'not-utf-8' })],
        raw: expect.stringContaining('two'),
      },
    ]);
  });

  it('numbers rows as the file does, whatever lies between them', async () => {
    const content = [
      ...csv([row('one'), row('two\nlines')])
        .trimEnd()
        .split('\n'),
      'too,short',
      csv([row('four')]).split('\n')[1],
      `${csv([row('five')]).split('\n')[1]},too long`,
      csv([row('six', 'abc')]).split('\n')[1],
      csv([row('seven')]).split('\n')[1],
      '',
    ].join('\n');
    const { charges, rejected } = await chargesOf(content);
    expect(
      charges.map(charge => [charge.row_number, charge.charge_description]),
    ).toEqual([
      ['1', 'one'],
      ['2', 'two\nlines'],
      ['4', 'four'],
      ['7', 'seven'],
    ]);
    expect(
      rejected.map(({ row: number, reasons }) => [
        number,
        reasons.map(({ code }) => code),
      ]),
    ).toEqual([
      [3, ['too-few-columns']],
      [5, ['too-many-columns']],
      [6, ['not-a-number']],
    ]);
    expect(rejected[0].raw).toBe('too,short');
  });

  it('rejects what follows a quote that is never closed, and keeps what comes before', async () => {
    const lines = csv(Array.from({ length: 50 }, (_, at) => row(`row ${at}`)))
      .trimEnd()
      .split('\n');
    lines[40] = lines[40].replace('row 39', '"row 39');
    const { charges, rejected } = await chargesOf(lines.join('\n'));
    expect(charges).toHaveLength(39);
    expect(rejected).toEqual([
      expect.objectContaining({
        row: 40,
        raw: expect.stringContaining('row 49'),
      }),
    ]);
  });

  it('refuses a quoted text that grows beyond any line, since it takes rows with it', async () => {
    const lines = csv(
      Array.from({ length: 3_000 }, (_, at) => row(`row ${at}`)),
    ).split('\n');
    lines[40] = lines[40].replace('row 39', '"row 39');
    await expect(
      chargesOf(lines.join('\n'), { limits: { maxLineBytes: 5_000 } }),
    ).rejects.toMatchObject({
      code: 'damaged-file',
      message: expect.stringContaining('row 40'),
    });
  });

  it('reads rows that all leave out the same last columns', async () => {
    const content = csv([row('one'), row('two')])
      .split('\n')
      .map((line, at) => (at > 0 ? line.replace(/,(one|two)$/, '') : line))
      .join('\n');
    const { charges, rejected } = await chargesOf(content);
    expect(rejected).toEqual([]);
    expect(charges.map(charge => charge.charge_description)).toEqual([
      null,
      null,
    ]);
  });

  it('tells columns apart that have one name', async () => {
    const content = csv([row('first')]).replace(
      /^(.*)\n(.*)\n/,
      '$1,chargedescription,,x_Team,__row,rowid\n$2,second,third,red,9,8\n',
    );
    const { charges } = await chargesOf(content);
    expect(charges[0].charge_description).toBe('first');
    expect(charges[0].row_number).toBe('1');
    expect(JSON.parse(charges[0].extension!)).toEqual({
      'chargedescription (2)': 'second',
      'column 9': 'third',
      x_Team: 'red',
      '__row (2)': '9',
      'rowid (2)': '8',
    });
  });

  it('keeps odd text of further columns as valid JSON', async () => {
    const content = csv([row('one')]).replace(
      /^(.*)\n(.*)\n/,
      '$1,"x_""odd"" \\ name"\n$2,"a ""b"" \\ \n\t{é}"\n',
    );
    const { charges } = await chargesOf(content);
    expect(JSON.parse(charges[0].extension!)).toEqual({
      'x_"odd" \\ name': 'a "b" \\ \n\t{é}',
    });
  });
});
