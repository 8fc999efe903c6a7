const ANY_TEXT = Symbol('any text');
const ANY_CHARACTER = Symbol('any character');
type Token = string | typeof ANY_TEXT | typeof ANY_CHARACTER;

/**
 * A test for texts that are like the pattern: `*` stands for any text, `?` for
 * one character, a backslash before either for itself. Upper and lower case
 * are the same; the text must come in lower case.
 */
export function compilePattern(pattern: string): (text: string) => boolean {
  const tokens = tokensOf(pattern.toLowerCase());
  if (tokens.every(token => typeof token === 'string')) {
    const wanted = tokens.join('');
    return text => text === wanted;
  }
  return text => isLike(text, tokens);
}

function tokensOf(pattern: string): Token[] {
  return (pattern.match(/\\[*?\\]|[\s\S]/g) ?? []).map(piece => {
    if (piece === '*') {
      return ANY_TEXT;
    }
    return piece === '?' ? ANY_CHARACTER : piece.slice(-1);
  });
}

/**
 * Goes back to the last `*` only, so that no pattern takes longer than its
 * length times the text's. A regular expression with several `.*` would.
 */
function isLike(text: string, tokens: readonly Token[]): boolean {
  let at = 0;
  let token = 0;
  let lastStar = -1;
  let resumeAt = 0;
  while (at < text.length) {
    if (tokens[token] === ANY_TEXT) {
      lastStar = token++;
      resumeAt = at;
    } else if (tokens[token] === ANY_CHARACTER || tokens[token] === text[at]) {
      at++;
      token++;
    } else if (lastStar >= 0) {
      token = lastStar + 1;
      at = ++resumeAt;
    } else {
      return false;
    }
  }
  return tokens.slice(token).every(rest => rest === ANY_TEXT);
}
