import { splitAtMatches } from './splitAtMatches';

const marked = (text: string, search: string) =>
  splitAtMatches(text, search)
    .map(({ text: piece, isMatch }) => (isMatch ? `[${piece}]` : piece))
    .join('');

describe('what was searched for', () => {
  it('is marked wherever it stands, whatever its case', () => {
    expect(marked('Error: an error, ERRORS', 'error')).toBe(
      '[Error]: an [error], [ERROR]S',
    );
  });

  it('is taken literally', () => {
    expect(marked('a.c abc', 'a.c')).toBe('[a.c] abc');
  });

  it('may be nothing, or nowhere', () => {
    expect(marked('text', '')).toBe('text');
    expect(marked('text', 'x y')).toBe('text');
    expect(marked('', 'x')).toBe('');
  });
});
