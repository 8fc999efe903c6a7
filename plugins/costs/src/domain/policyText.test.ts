import { findBrokenPair, readLines, readPairs, writePairs } from './policyText';

describe('texts of a policy', () => {
  it('are one a line, each once, and blank lines say nothing', () => {
    expect(readLines(' a \n\nb\na\n')).toEqual(['a', 'b']);
  });

  it('are pairs around the first equals sign', () => {
    const pairs = { production: 'prod', 'a b': 'c=d' };
    expect(readPairs(writePairs(pairs))).toEqual(pairs);
  });

  it.each([
    ['a = b\nc', 2],
    ['= b', 1],
    ['\na =', 2],
    ['a = b\n\n', undefined],
    ['', undefined],
  ])('has in %j a broken line %s', (text, line) => {
    expect(findBrokenPair(text)).toBe(line);
  });
});
