import type { Config } from '@backstage/config';
import { createHmac, hkdfSync } from 'node:crypto';

/**
 * Makes a function that tells two e-mail addresses apart without showing
 * either: HMAC-SHA-256, keyed from the present encryption key, so that nobody
 * without it can try addresses. 32 hexadecimal digits.
 */
export function createEmailHash(config: Config): (email: string) => string {
  const [present] = config.getConfigArray('tenancy.encryption.keys');
  const key = Buffer.from(
    hkdfSync(
      'sha256',
      Buffer.from(present.getString('key'), 'base64'),
      '',
      'freehold e-mail addresses of refused sign-ins',
      32,
    ),
  );
  return email =>
    createHmac('sha256', key)
      .update(email.trim().toLowerCase())
      .digest('hex')
      .slice(0, 32);
}
