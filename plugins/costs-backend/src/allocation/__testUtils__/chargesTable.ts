import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import {
  CHARGE_COLUMNS,
  type ChargeColumn,
  type ChargeColumnName,
} from '@freehold/plugin-costs-node';
import type { RuleSet } from '../RuleSet';

/** A charge of a test; what is left out is as `aCharge` has it. */
export type TestCharge = Partial<Record<ChargeColumnName, string | null>>;

const aCharge: TestCharge = {
  billing_period_start: '2026-01-01',
  billing_currency: 'EUR',
  charge_category: 'Usage',
  billed_cost: '1.00',
  effective_cost: '1.00',
};

/** A rule set that only labels decide by, and what a test adds to it. */
export function ruleSet(
  rules: RuleSet['rules'] = [],
  tagSchema: Partial<RuleSet['tagSchema']> = {},
): RuleSet {
  return {
    version: 1,
    rules,
    tagSchema: { requirements: [], accounts: [], virtual: [], ...tagSchema },
  };
}

/** Makes an empty `charges`, as the step before allocation leaves it. */
export async function createCharges(): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const columns = CHARGE_COLUMNS.map(
    ({ name, type }) =>
      `${name} ${type === 'timestamp' ? 'timestamp' : 'varchar'}`,
  );
  await connection.run(
    `create table charges (row_number bigint, ${columns.join(', ')}, extension varchar)`,
  );
  return connection;
}

/** Puts charges in, numbered from one more than there are. */
export async function insertCharges(
  connection: DuckDBConnection,
  charges: readonly TestCharge[],
): Promise<void> {
  for (const charge of charges) {
    const row = { ...aCharge, ...charge };
    const names = Object.keys(row);
    await connection.run(
      `insert into charges (row_number, ${names.join(', ')})
       select (select count(*) + 1 from charges), ${names.map(name => `$${name}`).join(', ')}`,
      row as Record<string, string | null>,
    );
  }
}

/** Puts in the rows of a published FOCUS file, of the columns that it has. */
export async function insertFocusFile(
  connection: DuckDBConnection,
  file: string,
): Promise<void> {
  const from = `read_csv('${file}', all_varchar = true, header = true, nullstr = ['', 'NULL'])`;
  const header = (
    await connection.runAndReadAll(`describe select * from ${from}`)
  )
    .getRows()
    .map(([name]) => String(name));
  const columns: readonly ChargeColumn[] = CHARGE_COLUMNS;
  const known = columns.filter(({ focusName }) => header.includes(focusName));
  const values = known.map(({ focusName, type }) =>
    type === 'timestamp'
      ? `try_cast("${focusName}" as timestamp)`
      : `"${focusName}"`,
  );
  await connection.run(
    `insert into charges (row_number, ${known.map(({ name }) => name).join(', ')})
     select row_number() over (), ${values.join(', ')} from ${from}`,
  );
}
