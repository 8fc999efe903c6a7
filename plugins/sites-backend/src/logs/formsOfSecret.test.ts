import { formsOfSecret } from './formsOfSecret';

const secret = 'wJalrXUtn/FEMI+K7MDENG=bPx"RfiCY';

const masked = (text: string) =>
  formsOfSecret(secret)
    .sort((one, other) => other.length - one.length)
    .reduce((rest, form) => rest.replaceAll(form, '***'), text);

describe('a secret that was printed', () => {
  it.each([
    ['as it is', secret],
    ['in a URL', encodeURIComponent(secret)],
    ['in a URL with small letters', 'wJalrXUtn%2fFEMI%2bK7MDENG%3dbPx%22RfiCY'],
    ['in hexadecimal', Buffer.from(secret).toString('hex')],
    [
      'in capital hexadecimal',
      Buffer.from(secret).toString('hex').toUpperCase(),
    ],
  ])('is blotted out whole %s', (_, text) => {
    expect(masked(`<${text}>`)).toBe('<***>');
  });

  it('is blotted out in JSON', () => {
    expect(masked(JSON.stringify({ secret }))).toBe('{"secret":"***"}');
  });

  it.each(['', 'a', 'ab', 'abc', 'user:', 'AKIAEXAMPLE:'])(
    'is blotted out in base64 after %j, but for what it shares with its neighbours',
    before => {
      for (const after of ['', '\n', 'x', 'xy', 'xyz']) {
        for (const encoding of ['base64', 'base64url'] as const) {
          const text = Buffer.from(before + secret + after).toString(encoding);
          const rest = masked(text);
          const blotted = text.length - (rest.length - '***'.length);
          expect(rest).toContain('***');
          expect(blotted).toBeGreaterThanOrEqual((secret.length * 4) / 3 - 3);
        }
      }
    },
  );
});
