/** Shorter ones would mask ordinary words. */
export const SHORTEST_FORM = 8;

/**
 * How a secret may look where it was printed: as it is, in a URL, in JSON, in
 * hexadecimal, and in base64, where it may be a part of something longer, such
 * as `user:password`.
 */
export function formsOfSecret(secret: string): string[] {
  const inUrl = encodeURIComponent(secret);
  const hex = Buffer.from(secret, 'utf8').toString('hex');
  return [
    secret,
    inUrl,
    inUrl.replaceAll(/%[0-9A-F]{2}/g, escape => escape.toLowerCase()),
    JSON.stringify(secret).slice(1, -1),
    hex,
    hex.toUpperCase(),
    ...formsInBase64(secret),
  ].filter(form => form.length >= SHORTEST_FORM);
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
