import { createRequire } from 'node:module';
import path from 'node:path';
import { type Benchmark, milliseconds, percentile } from './figures.ts';
import { largePlan } from './largePlan.ts';

const SIZE = 500;
const WARM_UP = 20;
const RUNS = 200;
const GOAL_MS = 50;

/** Reading a large plan into what people and checks see, and checking it. */
export async function plans(): Promise<Benchmark> {
  const text = await largePlan(SIZE);
  const { readPlan, evaluation } = loadBuilt();
  const times = {
    parse: [] as number[],
    read: [] as number[],
    check: [] as number[],
  };
  let findings = 0;
  for (let run = -WARM_UP; run < RUNS; run++) {
    const start = performance.now();
    const shown = JSON.parse(text);
    const parsed = performance.now();
    const plan = readPlan(shown);
    const read = performance.now();
    const result = await evaluation.evaluate({ deployment, plan });
    const checked = performance.now();
    findings = result.findings.length;
    if (run >= 0) {
      times.parse.push(parsed - start);
      times.read.push(read - parsed);
      times.check.push(checked - read);
    }
  }
  if (findings === 0) {
    throw new Error('The checks found nothing in plans that are bad');
  }
  const all = times.parse.map(
    (time, run) => time + times.read[run] + times.check[run],
  );
  return {
    title: 'Reading and checking a large plan',
    method: `A plan of ${SIZE} resources (${(text.length / 1024 ** 2).toFixed(1)} MB of JSON), made of those of the real AWS plans in examples/plans, ${RUNS} times in a warm process of nothing else: parsed, read into changes and resources, and passed through the built-in checks, which find ${findings} faults. The checks that ask the database (limits of the tier and of the month) are left out.`,
    figures: [
      {
        ...row('all of it', all),
        goal: `p95 under ${GOAL_MS} ms`,
        reached: percentile(all, 0.95) < GOAL_MS,
      },
      row('parsing the JSON', times.parse),
      row('reading changes and resources', times.read),
      row('the checks', times.check),
    ],
  };
}

/** The very code that the portal runs. */
function loadBuilt() {
  const require = createRequire(
    path.join(process.env.FREEHOLD_PROOFS_BACKEND!, 'package.json'),
  );
  const dist = path.join(
    path.dirname(
      require.resolve('@freehold/plugin-sites-backend/package.json'),
    ),
    'dist',
  );
  const load = (file: string) => require(path.join(dist, `${file}.cjs.js`));
  const { PlanEvaluation } = load('planChecks/PlanEvaluation');
  const { builtInChecks } = load('planChecks/builtInChecks');
  return {
    readPlan: load('domain/readPlan').readPlan as (shown: unknown) => object,
    evaluation: PlanEvaluation.create({
      checks: builtInChecks,
      // What it asks the database is no part of the figure.
      database: { transaction: async () => 1 },
      directory: {
        findCustomer: async (slug: string) => ({ slug, name: 'Acme' }),
      },
      sites: {},
      logger: console,
    }) as {
      evaluate(options: object): Promise<{ findings: unknown[] }>;
    },
  };
}

const deployment = {
  tenant: 'acme',
  siteId: 'site_1',
  kind: 'apply',
  desired: { name: 'shop', product: 'website', cloud: 'aws', size: 'small' },
};

function row(what: string, values: number[]) {
  const [p50, p95] = [0.5, 0.95].map(share => percentile(values, share));
  return {
    what,
    measured: `p50 ${milliseconds(p50)}, p95 ${milliseconds(p95)}`,
  };
}
