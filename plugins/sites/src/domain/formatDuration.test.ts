import { formatDuration } from './formatDuration';

describe('formatDuration', () => {
  it.each([
    [400, '0.4 sec'],
    [12_300, '12 sec'],
    [65_000, '1 min 5 sec'],
    [120_000, '2 min'],
    [3_660_000, '1 hr 1 min'],
  ])('writes %d ms as %s', (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text);
  });
});
