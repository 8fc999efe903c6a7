import { delayAfter, factorSubjectsOf, subjectsOf } from './attempts';

describe('delayAfter', () => {
  const subject = { free: 3, longestDelayMs: 60_000 };

  it('lets the first failures go', () => {
    expect(delayAfter(subject, 2)).toBe(0);
  });

  it('doubles from one second on', () => {
    expect([3, 4, 5, 6].map(count => delayAfter(subject, count))).toEqual([
      1_000, 2_000, 4_000, 8_000,
    ]);
  });

  it('never exceeds the longest delay', () => {
    expect(delayAfter(subject, 9)).toBe(60_000);
    expect(delayAfter(subject, 1_000_000)).toBe(60_000);
  });
});

describe('subjectsOf', () => {
  const origin = { address: '192.0.2.7' };

  it('names neither the e-mail nor the address', () => {
    const text = JSON.stringify(subjectsOf('ada@acme.example', origin));
    expect(text).not.toContain('ada');
    expect(text).not.toContain('192.0.2.7');
  });

  it('never keeps an owner out for long, whoever guesses from elsewhere', () => {
    const [, , email] = subjectsOf('ada@acme.example', origin);
    expect(delayAfter(email, 1_000_000)).toBeLessThanOrEqual(30_000);
  });

  it('counts a known browser for itself, and against nothing shared', () => {
    const known = { ...origin, knownDevice: 'a' };
    const shared = subjectsOf('ada@acme.example', origin);
    const own = subjectsOf('ada@acme.example', known);
    expect(own).toHaveLength(1);
    expect(shared.map(each => each.subject)).not.toContain(own[0].subject);
  });
});

describe('factorSubjectsOf', () => {
  const origin = { address: '192.0.2.7' };

  it('lets through about a hundred guesses of a code a day at most', () => {
    const [, , codes] = factorSubjectsOf('user:acme/ada', origin, true);
    const perDay = (24 * 60 * 60_000) / delayAfter(codes, 1_000_000);
    expect(perDay + codes.free).toBeLessThan(110);
  });

  it('keeps what cannot be guessed open, whatever others do to the codes', () => {
    const guessable = factorSubjectsOf('user:acme/ada', origin, true);
    const others = factorSubjectsOf(
      'user:acme/ada',
      { address: '198.51.100.1' },
      true,
    );
    const shared = others.filter(each =>
      guessable.some(own => own.subject === each.subject),
    );
    const proof = factorSubjectsOf('user:acme/ada', origin, false);
    expect(shared).toHaveLength(1);
    expect(proof.map(each => each.subject)).not.toContain(shared[0].subject);
  });
});
