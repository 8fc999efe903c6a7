import { randomBytes } from 'node:crypto';
import { hashSecret, type SecretHash } from '@freehold/plugin-tenancy-node';

export {
  createTenantSecret,
  hashSecret,
  parseTenantSecret,
  type SecretHash,
  type TenantSecret,
} from '@freehold/plugin-tenancy-node';

/** 256 random bits that name a browser, and nothing about who uses it. */
export function createDeviceToken(): string {
  return randomBytes(32).toString('base64url');
}

const DEVICE_TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** The hash of a presented device token, or undefined when it cannot be one. */
export function hashDeviceToken(
  token: string | undefined,
): SecretHash | undefined {
  return token && DEVICE_TOKEN.test(token) ? hashSecret(token) : undefined;
}
