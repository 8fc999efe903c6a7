import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../http/request.ts';
import { invite, keptMail } from '../seed/mails.ts';
import { Session } from '../http/Session.ts';
import type { MemberRole } from '../seed/tenants.ts';
import {
  type Account,
  browser,
  credentialsOf,
  madeUpToken,
  newAddress,
  retryAfter,
  type Scene,
  stretchDelays,
  victim,
} from './Scene.ts';

const PASSWORD = 'marble-trumpet-91-canyon-proof';

/** Routes that a mailed link leads to, by what they are told besides it. */
const doors = {
  passwordReset: {
    look: '/api/auth/local/password-links/inspect',
    use: '/api/auth/local/password',
    more: { password: PASSWORD },
  },
  invitation: {
    look: '/api/tenancy/invitations/inspect',
    use: '/api/tenancy/invitations/accept',
    more: { displayName: 'Somebody' },
  },
  emailChangeNew: {
    look: '/api/tenancy/email-changes/inspect',
    use: '/api/tenancy/email-changes/confirm',
    more: {},
  },
} as const;

type Kind = keyof typeof doors;

const kinds = Object.keys(doors) as Kind[];

/** More than are looked at from one address. */
const GUESSES = 40;

export function linkAttacks(scene: () => Scene): void {
  for (const kind of kinds) {
    test(`tokens of mailed links guessed at ${doors[kind].use}: stopped, and then a right one is refused as well`, async () => {
      const token = await mailed(scene(), kind);
      const { look, use, more } = doors[kind];
      for (const path of [look, use]) {
        const address = newAddress();
        const body = path === use ? more : {};
        const guessOne = () => {
          const guess = madeUpToken(scene().cast.onlooker.slug);
          return send(scene(), path, { ...body, token: guess }, address);
        };
        const answers = await inTurns(GUESSES, guessOne);
        const statuses = new Set(answers.map(({ status }) => status));
        assert.deepEqual([...statuses].sort(), [404, 429], path);
        const stopped = answers.filter(({ status }) => status === 429);
        assert.ok(stopped.every(each => retryAfter(each)! > 0));
        const looked = answers.length - stopped.length;
        assert.ok(looked <= 22, `${looked} guesses were looked at`);

        await stretchDelays(scene());
        const right = await send(scene(), path, { ...body, token }, address);
        assert.equal(right.status, 429, 'from where it was guessed');
      }
      const elsewhere = await send(scene(), look, { token });
      assert.equal(elsewhere.status, 200, elsewhere.body);
    });
  }

  test('a mailed token opens one door, for one tenant, once', async () => {
    for (const kind of kinds) {
      const token = await mailed(scene(), kind);
      const [, secret] = token.split('.');
      const foreign = `${scene().cast.observed.slug}.${secret}`;
      for (const other of kinds) {
        const { use, more } = doors[other];
        const bent = other === kind ? foreign : token;
        const refused = await send(scene(), use, { ...more, token: bent });
        assert.equal(refused.status, 404, `${kind} at ${use}`);
      }
      const { use, more } = doors[kind];
      const used = await send(scene(), use, { ...more, token });
      assert.ok(used.status < 300, used.body);
      await complete[kind]?.(scene(), token, used);
      const again = await send(scene(), use, { ...more, token });
      assert.equal(again.status, 404, `${kind} counted twice`);
    }
  });
}

function send(scene: Scene, path: string, body: object, address?: string) {
  return browser(scene, address).call({ method: 'POST', path, body });
}

/** A few at a time. */
async function inTurns(
  count: number,
  work: () => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  while (answers.length < count) {
    answers.push(...(await Promise.all(Array.from({ length: 4 }, work))));
  }
  return answers;
}

let guests = 0;

/** Has a link mailed, and reads what it carries. */
async function mailed(scene: Scene, kind: Kind): Promise<string> {
  guests += 1;
  const { email, tenant } = await askForMail[kind](
    scene,
    `guest-${guests}@links.example`,
  );
  const { token } = await keptMail(scene.operator, tenant, email, kind);
  return token;
}

/** Asks; whom the mail is to. Nobody asks twice: they would have to wait. */
const askForMail: Record<
  Kind,
  (scene: Scene, guest: string) => Promise<{ email: string; tenant: string }>
> = {
  passwordReset: async scene => {
    const who = victim(scene, 'deactivated', forgetful.pop()!);
    const { email } = who;
    await browser(scene).auth('POST', '/password/reset', { email });
    return who;
  },
  invitation: async (scene, guest) => {
    const owner = victim(scene, 'deactivated', 'owner');
    const host = await sessionOf(scene, owner);
    await invite(host, owner.tenant, guest);
    return { email: guest, tenant: owner.tenant };
  },
  emailChangeNew: async (scene, guest) => {
    const mover = victim(scene, 'deactivated', moving.pop()!);
    const session = await sessionOf(scene, mover);
    await session.json({
      method: 'POST',
      path: '/api/tenancy/me/email-change',
      body: { newEmail: guest, password: mover.password },
    });
    return { email: guest, tenant: mover.tenant };
  },
};

const forgetful: MemberRole[] = ['viewer', 'billing'];
const moving: MemberRole[] = ['admin', 'developer'];

function sessionOf({ portal }: Scene, who: Account): Promise<Session> {
  return Session.signIn(portal.url, who.email, credentialsOf(who));
}

/** What ends a link that may be used again until then. */
const complete: Partial<
  Record<Kind, (scene: Scene, token: string, used: Answer) => Promise<void>>
> = {
  invitation: async (scene, _token, used) => {
    const [, link] = /#token=([^"\s]+)/.exec(used.body)!;
    const { use, more } = doors.passwordReset;
    const set = await send(scene, use, { ...more, token: link });
    assert.ok(set.status < 300, set.body);
  },
  emailChangeNew: async (scene, token, used) => {
    assert.equal(JSON.parse(used.body).isDone, false, 'the old one has a say');
    const path = '/api/tenancy/email-changes/refuse';
    const refused = await send(scene, path, { token });
    assert.ok(refused.status < 300, refused.body);
  },
};
