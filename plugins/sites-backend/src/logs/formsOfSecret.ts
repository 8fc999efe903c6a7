/** Shorter ones would mask ordinary words. */
export const SHORTEST_FORM = 8;

/** A line of a secret of many lines that would be telling alone. */
const TELLING_LINE = 16;

/**
 * How a secret may look where it was printed: as it is, in a URL, in JSON (also
 * in JSON within JSON, and as Go and others escape it), in hexadecimal, and in
 * base64, where it may be a part of something longer, such as `user:password`.
 * Without white space, which is where a text is wrapped.
 */
export function formsOfSecret(secret: string): string[] {
  const lines = secret.split('\n').map(line => line.trim());
  const wholes =
    lines.length > 1
      ? [secret, ...lines.filter(({ length }) => length >= TELLING_LINE)]
      : [secret];
  const forms = wholes.flatMap(whole => [
    whole,
    ...formsInUrl(whole),
    ...formsInJson(whole),
    ...formsInHex(whole),
    ...formsInBase64(whole),
  ]);
  return [...new Set(forms.map(form => form.replaceAll(/\s/g, '')))].filter(
    form => form.length >= SHORTEST_FORM,
  );
}

function formsInUrl(secret: string): string[] {
  const lenient = encodeURIComponent(secret);
  const strict = lenient.replaceAll(
    /[!'()*]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return [lenient, strict].flatMap(form => [
    form,
    form.replaceAll('%20', '+'),
    form.replaceAll(/%[0-9A-F]{2}/g, escape => escape.toLowerCase()),
  ]);
}

function formsInJson(secret: string): string[] {
  const quoted = (text: string) => JSON.stringify(text).slice(1, -1);
  const once = quoted(secret);
  return [
    once,
    quoted(once),
    once.replaceAll('/', '\\/'),
    once.replaceAll(
      /[<>&]/g,
      character => `\\u00${character.charCodeAt(0).toString(16)}`,
    ),
  ];
}

function formsInHex(secret: string): string[] {
  const hex = Buffer.from(secret, 'utf8').toString('hex');
  return [hex, hex.toUpperCase()];
}

/** Three bytes make four characters, so that three beginnings are possible. */
function formsInBase64(secret: string): string[] {
  return [0, 1, 2].flatMap(bytesBefore => {
    const bytes = Buffer.concat([
      Buffer.alloc(bytesBefore),
      Buffer.from(secret, 'utf8'),
    ]);
    const text = bytes.toString('base64').replaceAll('=', '');
    // Characters at the ends hold bits of what stands around as well.
    const whole = text.slice(
      bytesBefore === 0 ? 0 : bytesBefore + 1,
      bytes.length % 3 === 0 ? undefined : -1,
    );
    return [whole, whole.replaceAll('+', '-').replaceAll('/', '_')];
  });
}
