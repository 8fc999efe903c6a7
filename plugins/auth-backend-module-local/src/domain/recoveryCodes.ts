import { randomBytes } from 'node:crypto';
import { hashSecret, type SecretHash } from './secrets';

export const RECOVERY_CODES = 10;

/** From here on the member is told to make new ones. */
export const FEW_RECOVERY_CODES = 3;

// Crockford's base 32: nothing in it is mistaken for something else.
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 16;

/** Ten codes of 80 random bits, in groups of four, to print or write down. */
export function createRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const digits = [...randomBytes(LENGTH)].map(byte => ALPHABET[byte % 32]);
    return digits.join('').match(/.{4}/g)!.join('-');
  });
}

/** The hash of a code as people type it: any case, with or without hyphens. */
export function hashRecoveryCode(code: string): SecretHash {
  const digits = code
    .toLowerCase()
    .replace(/[\s-]/g, '')
    .replace(/o/g, '0')
    .replace(/[il]/g, '1');
  return hashSecret(digits);
}
