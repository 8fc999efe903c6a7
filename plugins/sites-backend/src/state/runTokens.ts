import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A fresh token that lets one phase of one run use its site's state. */
export function createRunToken(): { token: string; hash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashRunToken(token) };
}

/** The token is random and long: a plain hash is as good as a slow one. */
export function hashRunToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Takes the same time wherever the two differ. */
export function isRunToken(token: string, hash: string | undefined): boolean {
  const given = Buffer.from(hashRunToken(token), 'hex');
  // Without a hash it compares all the same, so that time tells nothing.
  const expected = Buffer.from(hash ?? '0'.repeat(64), 'hex');
  return timingSafeEqual(given, expected) && hash !== undefined;
}
