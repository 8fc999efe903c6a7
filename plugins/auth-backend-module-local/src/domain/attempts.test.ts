import { delayAfter, subjectsOf } from './attempts';

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
  it('names neither the e-mail nor the address', () => {
    const text = JSON.stringify(subjectsOf('ada@acme.example', '192.0.2.7'));
    expect(text).not.toContain('ada');
    expect(text).not.toContain('192.0.2.7');
  });

  it('never keeps an owner out for long, whoever guesses from elsewhere', () => {
    const [, , email] = subjectsOf('ada@acme.example', '192.0.2.7');
    expect(delayAfter(email, 1_000_000)).toBeLessThanOrEqual(30_000);
  });
});
