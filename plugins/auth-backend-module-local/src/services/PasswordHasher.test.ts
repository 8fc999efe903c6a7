import { verify } from '@node-rs/argon2';
import { HASHED_AT_ONCE, PasswordHasher } from './PasswordHasher';

jest.mock('@node-rs/argon2', () => {
  const argon2 = jest.requireActual('@node-rs/argon2');
  return { ...argon2, verify: jest.fn(argon2.verify) };
});

describe('PasswordHasher', () => {
  const check = jest.mocked(verify);

  it('checks all that were asked for', async () => {
    const hasher = PasswordHasher.create();
    const made = await hasher.hash('marble-trumpet');
    const checks = ['marble-trumpet', 'wrong', 'marble-trumpet'].map(password =>
      hasher.verify(made, password),
    );
    expect(await Promise.all(checks)).toEqual([true, false, true]);
  });

  describe('while very many sign in', () => {
    let finish: (() => void)[];

    beforeEach(() => {
      finish = [];
      check.mockReset();
      check.mockImplementation(
        () => new Promise(resolve => finish.push(() => resolve(false))),
      );
    });

    const finishAll = async () => {
      while (finish.length > 0) {
        finish.splice(0).forEach(end => end());
        await new Promise(setImmediate);
      }
    };

    it('checks a few passwords at once', async () => {
      const hasher = PasswordHasher.create();
      await hasher.hash('once it is idle');
      const crowd = Array.from({ length: 20 }, () =>
        hasher.verify('a hash', 'wrong'),
      );
      await new Promise(setImmediate);
      expect(check).toHaveBeenCalledTimes(HASHED_AT_ONCE);
      expect(HASHED_AT_ONCE).toBeLessThan(4);
      await finishAll();
      expect(await Promise.all(crowd)).toHaveLength(20);
      expect(check).toHaveBeenCalledTimes(20);
    });

    it('refuses when so many wait that it would take too long', async () => {
      const hasher = PasswordHasher.create();
      await hasher.hash('once it is idle');
      expect(() => hasher.refuseWhenBusy()).not.toThrow();
      const crowd = Array.from({ length: 60 * HASHED_AT_ONCE }, () =>
        hasher.verify('a hash', 'wrong'),
      );
      await new Promise(setImmediate);
      expect(() => hasher.refuseWhenBusy()).toThrow(
        'Very many people sign in right now. Try again in 5 seconds.',
      );
      await finishAll();
      await Promise.all(crowd);
      expect(() => hasher.refuseWhenBusy()).not.toThrow();
    });
  });
});
