import { setTimeout as sleep } from 'node:timers/promises';
import { request } from '../http/request.ts';
import { Session } from '../http/Session.ts';
import type { Portal } from '../portal/Portal.ts';
import { startPortal } from '../portal/startPortal.ts';
import { deploymentEnd, orderSite } from '../seed/orders.ts';
import { BareSite, requireTerraform } from './bareTerraform.ts';
import { type Benchmark, median, milliseconds } from './figures.ts';

const ROUNDS = 12;

/** From an order to the open site, against Terraform alone on the same stack. */
export async function order(): Promise<Benchmark> {
  requireTerraform();
  const { portal, cast, remove } = await startPortal();
  try {
    const owner = cast.onlooker.members[0];
    const session = await Session.signIn(portal.url, owner.email, {
      email: owner.email,
      password: cast.password,
    });
    const { slug } = cast.onlooker;
    await measureOrder(portal, session, slug, 'warm-up');
    const bare: number[] = [];
    const live: number[] = [];
    const done: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      bare.push(await measureBare(round));
      const name = `round-${round}`;
      const times = await measureOrder(portal, session, slug, name);
      live.push(times.live);
      done.push(times.done);
    }
    return toBenchmark(bare, live, done);
  } finally {
    await remove();
  }
}

function toBenchmark(
  bare: number[],
  live: number[],
  done: number[],
): Benchmark {
  const base = median(bare);
  const row = (what: string, values: number[]) => ({
    what,
    measured: milliseconds(median(values)),
    comparedWith: milliseconds(base),
    ratio: median(values) / base,
    goal: 'at most 500 ms more',
    reached: median(values) - base <= 500,
  });
  return {
    title: 'From an order to the open site',
    method: `Medians of ${ROUNDS} orders on the local stack over HTTP, in turn with \`terraform init\`, \`plan -out\` and \`apply\` of the same stack by hand. "Open" is when the site's address first answers with its page, "succeeded" when the deployment says so.`,
    figures: [row('open', live), row('succeeded', done)],
  };
}

async function measureOrder(
  portal: Portal,
  session: Session,
  customer: string,
  name: string,
): Promise<{ live: number; done: number }> {
  const start = performance.now();
  const { deploymentId } = await orderSite(session, customer, { name });
  const opened = opens(portal, `${name}.${customer}`).then(
    () => performance.now() - start,
  );
  const ended = deploymentEnd(session, customer, deploymentId, 60_000).then(
    ({ state, failure }) => {
      if (state !== 'succeeded') {
        throw new Error(`The order ${state}: ${JSON.stringify(failure)}`);
      }
      return performance.now() - start;
    },
  );
  const [live, done] = await Promise.all([opened, ended]);
  return { live, done };
}

async function opens(portal: Portal, site: string): Promise<void> {
  const host = `${site}.localhost:${portal.port}`;
  for (const deadline = Date.now() + 60_000; Date.now() < deadline;) {
    const answer = await request(portal.url, { path: '/', headers: { host } });
    if (answer.status === 200) {
      return;
    }
    await sleep(10);
  }
  throw new Error(`http://${host} did not open within a minute`);
}

async function measureBare(round: number): Promise<number> {
  const site = await BareSite.create(`bare-${round}`);
  try {
    return await site.apply();
  } finally {
    await site.remove();
  }
}
