import os from 'node:os';
import { Session } from '../http/Session.ts';
import { type RunningPortal, startPortal } from '../portal/startPortal.ts';
import { deploymentEnd, orderSite, uploadContent } from '../seed/orders.ts';
import { tarGz } from '../seed/archive.ts';
import { customersOf } from '../seed/tenants.ts';
import { BareSite, requireTerraform } from './bareTerraform.ts';
import {
  type Benchmark,
  type Figure,
  median,
  milliseconds,
} from './figures.ts';

const KINDS = ['order', 'change', 'deletion'] as const;
/** Runs at a time. */
const AT_A_TIME = [1, 2, 4];
const MOST_OVERHEAD_MS = 500;
const HOUR_MS = 3_600_000;

type Times = Record<(typeof KINDS)[number], number[]>;

/** What the portal adds to Terraform, and how much it gets done in an hour. */
export async function deployments(options: {
  isQuick: boolean;
}): Promise<Benchmark> {
  requireTerraform();
  const rounds = options.isQuick ? 3 : 12;
  const queued = options.isQuick ? 8 : 48;
  return {
    title: 'Deployments',
    method: `On the local stack. Alone: medians of ${rounds} orders, changes of the content and deletions over HTTP, from the request until the deployment has succeeded, in turn with \`terraform init\`, \`plan -out\` and \`apply\` of the same by hand. An hour: ${queued} orders of four customers at once, until the last has succeeded, with one process and so many runs at a time, against as many loops of the same commands by hand; ${os.availableParallelism()} cores for either.`,
    figures: [...(await measureAlone(rounds)), ...(await measureHours(queued))],
  };
}

async function measureAlone(rounds: number): Promise<Figure[]> {
  const running = await startPortal();
  try {
    const { slug } = running.cast.onlooker;
    const session = await signIn(running, running.cast.onlooker.members[0]);
    await timePortal(session, slug, 'warm-up');
    const bare: Times = { order: [], change: [], deletion: [] };
    const portal: Times = { order: [], change: [], deletion: [] };
    for (let round = 0; round < rounds; round++) {
      const name = `round-${round}`;
      add(bare, await timeBare(name));
      add(portal, await timePortal(session, slug, name));
    }
    return KINDS.map(kind => {
      const [measured, base] = [median(portal[kind]), median(bare[kind])];
      return {
        what: `${kind}, until succeeded`,
        measured: milliseconds(measured),
        comparedWith: milliseconds(base),
        ratio: measured / base,
        goal: `at most ${MOST_OVERHEAD_MS} ms more`,
        reached: measured - base <= MOST_OVERHEAD_MS,
      };
    });
  } finally {
    await running.remove();
  }
}

function add(times: Times, round: Record<keyof Times, number>): void {
  KINDS.forEach(kind => times[kind].push(round[kind]));
}

async function timeBare(name: string): Promise<Record<keyof Times, number>> {
  const site = await BareSite.create(name);
  try {
    const order = await site.apply();
    await site.write(1);
    const change = await site.apply();
    return { order, change, deletion: await site.apply({ destroy: true }) };
  } finally {
    await site.remove();
  }
}

async function timePortal(
  session: Session,
  customer: string,
  name: string,
): Promise<Record<keyof Times, number>> {
  const contentId = await uploadContent(
    session,
    customer,
    tarGz([{ name: 'index.html', content: `<h1>${name}</h1>` }]),
  );
  let site = '';
  const order = await timeToSuccess(session, customer, async () => {
    const ordered = await orderSite(session, customer, { name });
    site = `/api/sites/customers/${customer}/sites/${ordered.siteId}`;
    return ordered.deploymentId;
  });
  const begin = async (call: { method: string; body?: object }) => {
    const { deployment } = await session.json({ ...call, path: site });
    return deployment.deploymentId;
  };
  return {
    order,
    change: await timeToSuccess(session, customer, () =>
      begin({
        method: 'PATCH',
        body: { content: { kind: 'upload', contentId } },
      }),
    ),
    deletion: await timeToSuccess(session, customer, () =>
      begin({ method: 'DELETE' }),
    ),
  };
}

async function timeToSuccess(
  session: Session,
  customer: string,
  begin: () => Promise<string>,
): Promise<number> {
  const start = performance.now();
  await untilSuccess(session, customer, await begin());
  return performance.now() - start;
}

async function measureHours(queued: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const runs of AT_A_TIME) {
    const portal = perHour(queued, await timeQueue(queued, runs));
    const bare = perHour(queued, await timeLoops(queued, runs));
    figures.push({
      what: `deployments an hour, ${runs} at a time`,
      measured: portal.toLocaleString('en-GB'),
      comparedWith: bare.toLocaleString('en-GB'),
      ratio: portal / bare,
    });
  }
  return figures;
}

function perHour(count: number, tookMs: number): number {
  return Math.round((count * HOUR_MS) / tookMs);
}

async function timeQueue(queued: number, runs: number): Promise<number> {
  const running = await startPortal({
    sites: { deployments: { concurrency: runs } },
  });
  try {
    const customers = await Promise.all(
      customersOf(running.cast).map(async ({ slug, members }) => ({
        slug,
        session: await signIn(running, members[0]),
      })),
    );
    await timePortal(customers[0].session, customers[0].slug, 'warm-up');
    const start = performance.now();
    const ordered = await Promise.all(
      Array.from({ length: queued }, async (_, index) => {
        const customer = customers[index % customers.length];
        const { session, slug } = customer;
        const order = await orderSite(session, slug, { name: `site-${index}` });
        return { ...customer, ...order };
      }),
    );
    // One after the other: to ask for all of them all the time takes turns away.
    for (const { session, slug, deploymentId } of ordered) {
      await untilSuccess(session, slug, deploymentId);
    }
    return performance.now() - start;
  } finally {
    await running.remove();
  }
}

async function timeLoops(queued: number, runs: number): Promise<number> {
  const sites = await Promise.all(
    Array.from({ length: queued }, (_, index) =>
      BareSite.create(`bare-${index}`),
    ),
  );
  try {
    const left = [...sites];
    const start = performance.now();
    await Promise.all(
      Array.from({ length: runs }, async () => {
        for (let site = left.pop(); site; site = left.pop()) {
          await site.apply();
        }
      }),
    );
    return performance.now() - start;
  } finally {
    await Promise.all(sites.map(site => site.remove()));
  }
}

async function untilSuccess(
  session: Session,
  customer: string,
  deploymentId: string,
): Promise<void> {
  const { state, failure } = await deploymentEnd(
    session,
    customer,
    deploymentId,
    300_000,
  );
  if (state !== 'succeeded') {
    throw new Error(`A deployment ${state}: ${JSON.stringify(failure)}`);
  }
}

function signIn(
  { portal, cast }: RunningPortal,
  { email }: { email: string },
): Promise<Session> {
  return Session.signIn(portal.url, email, { email, password: cast.password });
}
