import { backoffMilliseconds, MOST_ATTEMPTS } from './attempts';

describe('the wait before another attempt', () => {
  it('grows with every attempt, and has an end', () => {
    const waits = Array.from({ length: MOST_ATTEMPTS }, (_, index) =>
      backoffMilliseconds(index + 1, 15_000, 0),
    );
    expect(waits).toEqual([15_000, 45_000, 135_000, 405_000, 900_000, 900_000]);
  });

  it('differs a little, so that not all come back at once', () => {
    expect(backoffMilliseconds(1, 15_000, 1)).toBe(18_000);
  });
});
