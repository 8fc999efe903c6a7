import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Browser } from '../http/Browser.ts';
import type { Portal } from '../portal/Portal.ts';
import { keptMail } from '../seed/mails.ts';
import { until } from '../seed/until.ts';
import { START } from './providers.ts';
import {
  type Account,
  browser,
  credentialsOf,
  newAddress,
  type Scene,
  victim,
} from './Scene.ts';

const EVIL = 'evil.example';
const CLAIMED = '203.0.113.9';

/** Headers by which proxies say where a request came from, and to. */
const spoofed = (address = CLAIMED): Record<string, string> => ({
  'x-forwarded-for': `${address}, 198.51.100.1`,
  'x-forwarded-host': EVIL,
  'x-forwarded-proto': 'https',
  'x-forwarded-port': '443',
  'x-forwarded-prefix': `//${EVIL}`,
  'x-original-url': `//${EVIL}`,
  'x-real-ip': address,
  'x-client-ip': address,
  'true-client-ip': address,
  'cf-connecting-ip': address,
  forwarded: `for=${address};host=${EVIL};proto=https`,
});

export function headerAttacks(scene: () => Scene): void {
  test('no header makes one who guesses many', async () => {
    const who = victim(scene(), 'suspended', 'viewer');
    const attacker = browser(scene());
    const statuses: number[] = [];
    for (let count = 0; count < 10 && !statuses.includes(429); count += 1) {
      const { status } = await attacker.signIn(
        { ...credentialsOf(who), password: 'wrong' },
        spoofed(`203.0.113.${count}`),
      );
      statuses.push(status);
    }
    assert.equal(statuses.at(-1), 429, `${statuses}`);
  });

  test('no header changes the address of a session and of what is on the record', async () => {
    const who = victim(scene(), 'observed', 'owner');
    const desk = browser(scene());
    await desk.signIn(credentialsOf(who), spoofed());
    assert.equal(await addressOfSession(desk), desk.address);
    const event = await newestSignIn(scene(), who);
    assert.ok(event.includes(desk.address!), event);
    assert.ok(!event.includes(CLAIMED), event);
  });

  test('behind a proxy that is configured the address is the one it tells, which is the last but one', async () => {
    const replica: Portal = await scene().startReplica({
      backend: { trustProxy: 1 },
    });
    const who = victim(scene(), 'observed', 'owner');
    const desk = Browser.open(replica.url, newAddress());
    await desk.signIn(credentialsOf(who), {
      'x-forwarded-for': `${CLAIMED}, 198.51.100.7`,
    });
    assert.equal(await addressOfSession(desk), '198.51.100.7');
    await replica.stop();
  });

  test('no header changes where a mailed link leads', async () => {
    const { email, tenant } = victim(scene(), 'observed', 'owner');
    await browser(scene()).call({
      method: 'POST',
      path: '/api/auth/local/password/reset',
      body: { email },
      headers: { ...spoofed(), host: EVIL },
    });
    const { id } = await keptMail(
      scene().operator,
      tenant,
      email,
      'passwordReset',
    );
    const mail = await scene().operator.json({
      path: `/api/tenancy/tenants/${tenant}/mails/${id}`,
    });
    const text = JSON.stringify(mail);
    assert.ok(text.includes(`${scene().portal.url}/set-password#token=`));
    assert.ok(!text.includes(EVIL), text);
  });

  test('no header changes where an answer leads, or what it shows', async () => {
    const { url } = scene().portal;
    for (const host of [EVIL, `${EVIL}:80`, new URL(url).host]) {
      for (const path of ['/', '/sites', START, '/static', '/api/tenancy/me']) {
        const who = browser(scene());
        const answer = await who.visit(path, { ...spoofed(), host });
        const all = JSON.stringify([answer.headers, answer.body]);
        assert.ok(!all.includes(EVIL), `${path} for ${host}: ${all}`);
      }
    }
    const { headers } = await browser(scene()).visit(START, spoofed());
    const there = new URL(headers.location);
    assert.equal(
      there.searchParams.get('redirect_uri'),
      `${url}/api/auth/oidc/handler/frame`,
    );
  });
}

async function addressOfSession(desk: Browser): Promise<string> {
  const { body } = await desk.auth('GET', '/sessions');
  const { items } = JSON.parse(body);
  return items.find(({ isCurrent }: { isCurrent: boolean }) => isCurrent)
    .address;
}

/** The newest sign-in of a member on the record, as JSON. */
async function newestSignIn(scene: Scene, who: Account): Promise<string> {
  return until('the sign-in to be on the record', async () => {
    const { items } = await scene.operator.json({
      path: `/api/tenancy/audit-events?limit=1&action=signIn&customer=${who.tenant}`,
    });
    return items[0] && JSON.stringify(items[0]);
  });
}
