import { DuckDBInstance } from '@duckdb/node-api';

/** SQL over the file as it is, for each value of the comparison. */
export interface RawColumns {
  billed: string;
  effective: string;
  list: string;
  service: string;
  month: string;
  invoice: string;
  currency: string;
  provider: string;
  /** A JSON object. */
  tags: string;
}

export const DECIMAL = 'decimal(38, 20)';

/** Amounts of the specification's own examples are formatted as money. */
const money = (name: string) =>
  `replace(replace(trim("${name}"), '$', ''), ',', '')`;

/** Of FOCUS, in any version. */
export const FOCUS: RawColumns = {
  billed: money('BilledCost'),
  effective: money('EffectiveCost'),
  list: money('ListCost'),
  service: '"ServiceName"',
  month: `coalesce(try_strptime("BillingPeriodStart", '%m/%d/%y'), try_strptime("BillingPeriodStart", '%Y-%m-%d %H:%M:%S'), try_strptime("BillingPeriodStart", '%Y-%m-%dT%H:%M:%SZ'))`,
  invoice: '"InvoiceId"',
  currency: '"BillingCurrency"',
  provider: '"ProviderName"',
  tags: '"Tags"',
};

/** Of an Azure Enterprise Agreement. */
export const AZURE: RawColumns = {
  billed: '"Cost"',
  effective: 'null',
  list: 'null',
  service: '"MeterCategory"',
  month: `strptime("BillingPeriodStartDate", '%m/%d/%Y')`,
  invoice: 'null',
  currency: '"BillingCurrency"',
  provider: 'null',
  // Exports of Azure leave the outer braces out.
  tags: `case when "Tags" like '{%' then "Tags" else '{' || "Tags" || '}' end`,
};
/** What exports of Azure do not have as it is. */
export const NOT_IN_AZURE: (keyof RawColumns)[] = [
  'provider',
  'effective',
  'list',
];

/** Of Azure's EnterpriseCamel.csv. */
export const CAMEL: RawColumns = {
  ...AZURE,
  billed: '"costInBillingCurrency"',
  month: `strptime("date", '%m/%d/%Y')`,
};
/** Of Azure's German.csv. */
export const GERMAN: RawColumns = {
  ...AZURE,
  billed: '"PreTaxCost (PreTaxCost)"',
  month: '"UsageDateTime (UsageDateTime)"',
  currency: '"Currency"',
  service: '"ServiceName"',
};
/** Of Azure's Template.csv. */
export const TEMPLATE: RawColumns = {
  ...AZURE,
  billed: '"costinbillingcurrency"',
  month: '"UsageDateTime"',
  currency: "'USD'",
};

/** Totals by every dimension, by a plain query over the file; the road that is compared with. */
export function totalsOfFile(
  file: string,
  raw: RawColumns,
  unknown: readonly string[],
) {
  return askFile(file, raw, unknown, of => {
    const amount = (name: keyof RawColumns) =>
      `sum(${of(name)}::${DECIMAL})::varchar`;
    return `
    select ${of('provider')} as provider, ${of('service')} as service,
      strftime(${of('month')}::timestamp, '%Y-%m') as month,
      ${of('invoice')} as invoice, ${of('currency')} as currency,
      ${amount('billed')} as billed, ${amount('effective')} as effective,
      ${amount('list')} as list, count(*) as rows
    from raw where ${raw.billed} is not null
    group by 1, 2, 3, 4, 5 order by all`;
  });
}

/** What was billed by tag and value, by a plain query over the file. */
export function tagTotalsOfFile(
  file: string,
  raw: RawColumns,
  unknown: readonly string[],
) {
  return askFile(
    file,
    raw,
    unknown,
    of => `
    select tag, tags->>tag as value, sum(billed)::varchar as billed, count(*) as rows
    from (select tags, unnest(json_keys(tags)) as tag, billed
            from (select ${of('tags')}::json as tags, ${of('billed')}::${DECIMAL} as billed
                    from raw where ${raw.billed} is not null))
    group by 1, 2 order by all`,
  );
}

async function askFile(
  file: string,
  raw: RawColumns,
  unknown: readonly string[],
  query: (of: (name: keyof RawColumns) => string) => string,
) {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(
    `create view raw as select * from read_csv('${file}', all_varchar = true, header = true, delim = ',', quote = '"', escape = '"', strict_mode = false, null_padding = true, nullstr = ['', 'NULL'])`,
  );
  const described = await connection.runAndReadAll('describe raw');
  const present = described
    .getRowObjectsJson()
    .map(row => String(row.column_name).toLowerCase());
  const has = (sql: string) =>
    [...sql.matchAll(/"([^"]+)"/g)].every(([, name]) =>
      present.includes(name.toLowerCase()),
    );
  const reader = await connection.runAndReadAll(
    query(name =>
      has(raw[name]) && !unknown.includes(name) ? raw[name] : 'null',
    ),
  );
  connection.closeSync();
  return reader.getRowObjectsJson();
}
