import { createDecipheriv } from 'node:crypto';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Opens a value that the portal encrypted, by what is written about its format
 * and none of the portal's own code: version (1), length of the key id (1), key
 * id, length of the wrapped key (2), wrapped key, IV (12), tag (16), ciphertext.
 *
 * @param key - base64, as the portal was given it
 */
export function openSealed(
  envelope: Buffer,
  context: { tenant: string; table: string; row: string; field: string },
  key: string,
): Buffer {
  const { tenant, table, row, field } = context;
  const authenticated = Buffer.from(
    JSON.stringify([tenant, table, row, field]),
  );
  const wrappedAt = 2 + envelope.readUInt8(1) + 2;
  const bodyAt = wrappedAt + envelope.readUInt16BE(wrappedAt - 2);
  const dataKey = open(
    Buffer.from(key, 'base64'),
    envelope.subarray(wrappedAt, bodyAt),
    authenticated,
  );
  return open(dataKey, envelope.subarray(bodyAt), authenticated);
}

function open(key: Buffer, sealed: Buffer, authenticated: Buffer): Buffer {
  const body = sealed.subarray(IV_BYTES + TAG_BYTES);
  const cipher = createDecipheriv(
    'aes-256-gcm',
    key,
    sealed.subarray(0, IV_BYTES),
  );
  cipher.setAAD(authenticated);
  cipher.setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([cipher.update(body), cipher.final()]);
}
