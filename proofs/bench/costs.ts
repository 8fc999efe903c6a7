import { rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { writeChargeFile } from '../costs/chargeFile.ts';
import { CostImports } from '../costs/CostImports.ts';
import { Session } from '../http/Session.ts';
import { residentMemory } from '../kill/processes.ts';
import type { Database } from '../portal/Database.ts';
import { startPortal } from '../portal/startPortal.ts';
import { askCosts } from './askCosts.ts';
import { copyPlainly, exportCharges } from './copyPlainly.ts';
import { costQueries } from './costQueries.ts';
import type { Benchmark, Figure } from './figures.ts';
import { measureImport, type MeasuredImport } from './measureImport.ts';
import { withDuckDb } from './withDuckDb.ts';

const CUSTOMERS = 100;
const LEAST_SPEED = 0.5;
const MOST_MEMORY = 300 * 1024 * 1024;

/** How large the benchmark is. */
export interface CostsSize {
  /** Months that have a charge for every hour, a million each. */
  millions: number;
  isQuick: boolean;
}

/**
 * A million charges brought in, against PostgreSQL's COPY of the same rows, and
 * what the dashboard asks about them, against DuckDB on the same file.
 */
export async function costs({
  isQuick,
  millions,
}: CostsSize): Promise<Benchmark> {
  const { portal, database, cast, remove } = await startPortal({
    costs: { imports: { maximumFileMebibytes: 2_048 * millions } },
  });
  const folder = path.join(os.tmpdir(), `freehold-bench-costs-${process.pid}`);
  const file = `${folder}.csv`;
  const yearFile = `${folder}-year.csv`;
  const copyFile = `${folder}-copy.csv`;
  try {
    const signIn = (email: string) =>
      Session.signIn(portal.url, email, { email, password: cast.password });
    const finance = await signIn('finance@hosting.example');
    const owner = await signIn(cast.onlooker.members[0].email);
    const customers = await addCustomers(
      database,
      cast.onlooker.slug,
      isQuick ? 10 : CUSTOMERS,
    );
    const imports = new CostImports(finance);
    const idle = (await residentMemory(portal.pid))!;
    const content = { provider: 'AWS', customers, until: today() } as const;
    const byHour = monthsAgo(1, millions);
    const byDay = [...monthsAgo(0, 1), ...monthsAgo(1 + millions, 11)];

    await writeChargeFile(yearFile, { ...content, months: byDay, step: 'day' });
    const history = await imports.createSource('A year, by day');
    await imports.succeed((await imports.upload(history, yearFile)).importId);
    await writeChargeFile(file, {
      ...content,
      months: byHour,
      step: 'hour',
    });
    const imported = await measureImport(portal, imports, {
      file,
      source: 'A month, by hour',
      idle,
    });
    await exportCharges(database, imported, copyFile);
    const copied = await copyPlainly(database, imported, copyFile);
    await database.pool.query(
      'vacuum analyze costs.daily_costs, costs.monthly_costs',
    );
    const questions = costQueries(byHour[0], monthsAgo(12, 1)[0]);
    const asked = await withDuckDb(file, duckDb =>
      askCosts(questions, { owner, finance, duckDb }),
    );
    return {
      title: millions === 1 ? 'Costs' : `Costs, with ${millions} million rows`,
      method: `${imported.rows.toLocaleString('en')} made-up charges of ${customers.length} customers, hours of ${millions === 1 ? 'one month' : `${millions} months`} in FOCUS 1.2 as CSV, brought in over HTTP beside eleven months of days; COPY is PostgreSQL's own, of the same rows with the same columns into one plain table, without an index. Memory is the portal's, sampled every 50 ms, above what it had before its first import. Queries: ${questions.length} over HTTP, those of the dashboard by 8 clients at a time; DuckDB has the file in a table of its own, asked by one client in one process without a network.`,
      figures: [...importFigures(imported, copied), ...asked],
    };
  } finally {
    await remove();
    for (const made of [file, yearFile, copyFile]) {
      await rm(made, { force: true });
    }
  }
}

function importFigures(
  { memory, milliseconds, rows, steps }: MeasuredImport,
  copied: number,
): Figure[] {
  const perSecond = (time: number) =>
    `${Math.round(rows / (time / 1000)).toLocaleString('en')} rows/s`;
  return [
    {
      what: 'the import, from the first byte sent to the last sum in force',
      measured: `${perSecond(milliseconds)} (${(milliseconds / 1000).toFixed(1)} s)`,
      comparedWith: `COPY: ${perSecond(copied)} (${(copied / 1000).toFixed(1)} s)`,
      ratio: copied / milliseconds,
      goal: `at least ${LEAST_SPEED} of its speed`,
      reached: copied / milliseconds >= LEAST_SPEED,
    },
    {
      what: 'its memory, at most',
      measured: `${Math.round(memory / 1024 / 1024)} MB`,
      goal: `under ${MOST_MEMORY / 1024 / 1024} MB`,
      reached: memory < MOST_MEMORY,
    },
    ...Object.entries(steps).map(([step, time]) => ({
      what: `of it, ${step}`,
      measured: `${(time / 1000).toFixed(1)} s`,
    })),
  ];
}

/** More customers, past the API, which would make members of each. */
async function addCustomers(
  database: Database,
  own: string,
  count: number,
): Promise<{ slug: string; sites: string[] }[]> {
  const slugs = Array.from(
    { length: count - 1 },
    (_, index) => `bench-${String(index).padStart(3, '0')}`,
  );
  await database.transaction(
    client =>
      client.query(
        `insert into tenancy.customers (tenant_id, name, tier, state)
         select slug, 'Customer ' || slug, 'standard', 'active' from unnest($1::text[]) slug`,
        [slugs],
      ),
    { role: 'freehold_all' },
  );
  return [own, ...slugs].map(slug => ({ slug, sites: [] }));
}

/** Months, newest first; the present one is none ago. */
function monthsAgo(first: number, count: number): string[] {
  const now = new Date();
  return Array.from({ length: count }, (_, index) =>
    new Date(
      Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - first - index, 1),
    )
      .toISOString()
      .slice(0, 7),
  );
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
