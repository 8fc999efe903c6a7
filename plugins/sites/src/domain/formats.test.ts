import { formatBytes } from './formatBytes';
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

describe('formatBytes', () => {
  it.each([
    [0, '0 byte'],
    [999, '999 byte'],
    [1_500, '1.5 kB'],
    [20_000_000, '20 MB'],
  ])('writes %d as %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});
