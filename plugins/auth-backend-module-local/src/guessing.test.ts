import { codeOf } from './__testUtils__/codeOf';
import { enrolTotp } from './__testUtils__/enrol';
import { PASSWORD } from './__testUtils__/seedTenants';
import {
  ADA,
  OLGA,
  passTime,
  tokenOf,
  usePortal,
} from './__testUtils__/usePortal';

// Each request hashes a password, and there are many.
jest.setTimeout(60_000);

const MINUTE = 60_000;

const { browser, raw } = usePortal();

/** Guesses from so many addresses, once each, until one is held up. */
async function guessFrom(
  addresses: number,
  guess: (address: string) => Promise<{ status: number }>,
): Promise<number> {
  for (let count = 1; count <= addresses; count += 1) {
    const { status } = await guess(`127.0.${1 + (count >> 7)}.${count & 127}`);
    if (status === 429) {
      return count - 1;
    }
  }
  return addresses;
}

describe('guessing a password from many addresses', () => {
  const attack = () =>
    guessFrom(100, address =>
      browser(address).signIn({ ...ADA, password: 'wrong' }),
    );

  it('is stopped, and its owner gets in where they were before', async () => {
    const desk = browser();
    await desk.signIn(ADA);
    expect(await attack()).toBeLessThan(25);
    const response = await desk.signIn(ADA);
    expect(response.status).toBe(200);
  });

  it('keeps its owner waiting for half a minute elsewhere', async () => {
    await attack();
    passTime(30_000);
    const response = await browser('127.0.3.3').signIn(ADA);
    expect(response.status).toBe(200);
  });

  it('is ended by staff for the owner', async () => {
    await attack();
    const olga = browser('127.0.4.4');
    const token = tokenOf(await olga.signIn(OLGA));
    const lock = '/api/auth/local/members/acme/ada';
    const before = await raw()
      .get(`${lock}/lock`)
      .set('Authorization', `Bearer ${token}`);
    expect(before.body.lockedUntil).toEqual(expect.any(String));
    const unlocked = await raw()
      .post(`${lock}/unlock`)
      .set('Authorization', `Bearer ${token}`);
    expect(unlocked.status).toBe(204);
    const response = await browser('127.0.3.3').signIn(ADA);
    expect(response.status).toBe(200);
    const after = await raw()
      .get(`${lock}/lock`)
      .set('Authorization', `Bearer ${token}`);
    expect(after.body).toEqual({ hasSecondFactor: false });
  });

  it('is stopped, too, in a browser the owner has used', async () => {
    const desk = browser();
    await desk.signIn(ADA);
    const statuses = [];
    for (let count = 0; count < 8; count += 1) {
      const { status } = await desk.signIn({ ...ADA, password: 'wrong' });
      statuses.push(status);
    }
    expect(statuses.slice(0, 5)).toEqual([401, 401, 401, 401, 401]);
    expect(statuses.slice(5)).toEqual([429, 429, 429]);
  });

  it('is not helped by a browser that somebody else has used', async () => {
    const hank = browser();
    await hank.signIn({ ...ADA, email: 'hank@globex.example' });
    await attack();
    const response = await hank.signIn(ADA);
    expect(response.status).toBe(429);
  });
});

describe('guessing a code, with the password at hand', () => {
  const enrolled = async () => {
    const desk = browser();
    await desk.signIn(ADA);
    return { desk, ...(await enrolTotp(desk)) };
  };
  const guessOnce = async (address: string) => {
    const attacker = browser(address);
    await attacker.signIn(ADA);
    return attacker.post('/challenge/answer', { code: '000000' });
  };

  it('is stopped, however often the right password is shown', async () => {
    await enrolled();
    const statuses = [];
    for (let count = 0; count < 8; count += 1) {
      statuses.push((await guessOnce('127.0.5.5')).status);
    }
    expect(statuses.slice(0, 5)).toEqual([401, 401, 401, 401, 401]);
    expect(statuses.slice(5)).toEqual([429, 429, 429]);
  });

  it('from many addresses is stopped; the owner gets in where they were', async () => {
    const { desk, secret } = await enrolled();
    expect(await guessFrom(60, guessOnce)).toBeLessThan(12);
    passTime(30_000);
    await desk.signIn(ADA);
    const answer = await desk.post('/challenge/answer', {
      code: codeOf(secret),
    });
    expect(answer.status).toBe(200);
  });

  it('keeps no owner from a recovery code elsewhere', async () => {
    const { recoveryCodes } = await enrolled();
    await guessFrom(60, guessOnce);
    const other = browser('127.0.6.6');
    await other.signIn(ADA);
    const answer = await other.post('/challenge/answer', {
      recoveryCode: recoveryCodes[0],
    });
    expect(answer.status).toBe(200);
  });

  it('lets the owner in elsewhere after a quarter of an hour', async () => {
    const { secret } = await enrolled();
    await guessFrom(60, guessOnce);
    passTime(15 * MINUTE);
    const other = browser('127.0.6.6');
    await other.signIn(ADA);
    const answer = await other.post('/challenge/answer', {
      code: codeOf(secret),
    });
    expect(answer.status).toBe(200);
  });
});

describe('helping a member who cannot get in', () => {
  const as = async (email: string) => {
    const token = tokenOf(
      await browser().signIn({ email, password: PASSWORD }),
    );
    return (method: 'get' | 'post' | 'delete', path: string) =>
      raw()
        [method](`/api/auth/local/members/${path}`)
        .set('Authorization', `Bearer ${token}`);
  };

  it('is for their own customer and staff; others learn nothing', async () => {
    const hank = await as('hank@globex.example');
    for (const [method, what] of [
      ['get', 'lock'],
      ['post', 'unlock'],
      ['delete', 'authenticators'],
    ] as const) {
      const foreign = await hank(method, `acme/ada/${what}`);
      const unknown = await hank(method, `nobody/ada/${what}`);
      expect([foreign.status, unknown.status]).toEqual([404, 404]);
      expect(foreign.body.error.message.replace('acme', 'x')).toBe(
        unknown.body.error.message.replace('nobody', 'x'),
      );
    }
    const own = await hank('post', 'globex/agency/unlock');
    expect(own.status).toBe(204);
  });

  it('is for nobody without a token', async () => {
    const answer = await raw().get('/api/auth/local/members/acme/ada/lock');
    expect(answer.status).toBe(401);
  });

  it('takes second factors away at the word of operators only', async () => {
    const desk = browser();
    await desk.signIn(ADA);
    await enrolTotp(desk);
    const agency = await as('ada@acme.example').catch(() => undefined);
    expect(agency).toBeUndefined();

    const bob = await as('bob@acme.example');
    const refused = await bob('delete', 'acme/ada/authenticators');
    expect(refused.status).toBe(403);
    const olga = await as('olga@freehold.example');
    const reset = await olga('delete', 'acme/ada/authenticators');
    expect(reset.status).toBe(204);
    expect((await desk.get('/security')).status).toBe(401);
    const response = await browser().signIn(ADA);
    expect(response.body.backstageIdentity).toBeDefined();
  });
});
