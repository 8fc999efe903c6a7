import { AuthenticationError } from '@backstage/errors';
import { hashSecret, type SecretHash } from './secrets';

/**
 * What a Backstage user token and every limited token made from it have in
 * common: the signature over (sub, iat, exp). A full token carries it as the
 * claim `uip`, a limited token as its own signature. Its hash names the
 * sign-in behind a token even where all other claims are gone.
 *
 * A signature that was bent into another valid one hashes to something
 * unknown, and unknown proofs are refused.
 */
export function proofOfFullToken(token: string): SecretHash {
  const claims = readClaims(token);
  if (typeof claims.uip !== 'string') {
    throw new AuthenticationError('The token has no user identity proof');
  }
  return hashSecret(claims.uip);
}

export function proofOfLimitedToken(token: string): SecretHash {
  return hashSecret(token.split('.')[2] ?? '');
}

/** When a token issued by this backend expires. */
export function expiryOfToken(token: string): Date {
  return new Date(Number(readClaims(token).exp) * 1000);
}

export function readClaims(token: string): Record<string, unknown> {
  const payload = token.split('.')[1] ?? '';
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
}
