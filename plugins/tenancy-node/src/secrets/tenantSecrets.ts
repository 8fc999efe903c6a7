import { createHash, randomBytes } from 'node:crypto';

/** What is stored of a secret; lower-case hexadecimal SHA-256. */
export type SecretHash = string;

/** A secret as it is handed out: readable once, stored as its hash only. */
export interface TenantSecret {
  /** `<tenant>.<256 random bits>`: the tenant names the door to look behind. */
  text: string;
  hash: SecretHash;
}

const TENANT_SECRET = /^([a-z][a-z0-9-]{0,62})\.([A-Za-z0-9_-]{43})$/;

export function createTenantSecret(tenant: string): TenantSecret {
  const secret = randomBytes(32).toString('base64url');
  return { text: `${tenant}.${secret}`, hash: hashSecret(secret) };
}

/** The parts of a presented secret, or undefined when it cannot be one. */
export function parseTenantSecret(
  text: string | undefined,
): { tenant: string; hash: SecretHash } | undefined {
  const match = TENANT_SECRET.exec(text ?? '');
  return match ? { tenant: match[1], hash: hashSecret(match[2]) } : undefined;
}

export function hashSecret(secret: string): SecretHash {
  return createHash('sha256').update(secret).digest('hex');
}
