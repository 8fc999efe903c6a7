import { randomBytes } from 'node:crypto';
import { open, seal } from './aesGcm';
import type { KeyEncryptionKeys, WrappedKey } from './KeyEncryptionKeys';

/** The one place a ciphertext belongs to; it opens nowhere else. */
export interface CipherContext {
  tenant: string;
  table: string;
  /** The row's key within the tenant. */
  row: string;
  field: string;
}

const VERSION = 1;
const DATA_KEY_BYTES = 32;

/**
 * Envelope encryption: every value has a data key of its own, wrapped by a
 * key-encryption key, so that a rotation re-wraps a few bytes per value.
 *
 * The bytes are: version (1), length of the key id (1), key id, length of the
 * wrapped key (2), wrapped key, then IV (12), tag (16) and ciphertext.
 */
export class EnvelopeCipher {
  static create(keys: KeyEncryptionKeys): EnvelopeCipher {
    return new EnvelopeCipher(keys);
  }

  private constructor(private readonly keys: KeyEncryptionKeys) {}

  /** How every value begins that is wrapped by the present key. */
  get presentPrefix(): Buffer {
    return prefixOf(this.keys.presentKeyId);
  }

  async encrypt(plaintext: Buffer, context: CipherContext): Promise<Buffer> {
    const authenticated = toBytes(context);
    const dataKey = randomBytes(DATA_KEY_BYTES);
    const key = await this.keys.wrap(dataKey, authenticated);
    return assemble(key, seal(dataKey, plaintext, authenticated));
  }

  /** @throws when the value was changed, or belongs elsewhere */
  async decrypt(envelope: Buffer, context: CipherContext): Promise<Buffer> {
    const { key, body } = disassemble(envelope);
    const authenticated = toBytes(context);
    return open(
      await this.keys.unwrap(key, authenticated),
      body,
      authenticated,
    );
  }

  /**
   * The same value under the present key-encryption key, or undefined when it
   * is already. The data key and the ciphertext stay as they are.
   */
  async rewrap(
    envelope: Buffer,
    context: CipherContext,
  ): Promise<Buffer | undefined> {
    const { key, body } = disassemble(envelope);
    if (key.keyId === this.keys.presentKeyId) {
      return undefined;
    }
    const authenticated = toBytes(context);
    const dataKey = await this.keys.unwrap(key, authenticated);
    return assemble(await this.keys.wrap(dataKey, authenticated), body);
  }
}

function assemble(key: WrappedKey, body: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(key.wrapped.length);
  return Buffer.concat([prefixOf(key.keyId), length, key.wrapped, body]);
}

function prefixOf(keyId: string): Buffer {
  const id = Buffer.from(keyId, 'utf8');
  return Buffer.concat([Buffer.from([VERSION, id.length]), id]);
}

function disassemble(envelope: Buffer): { key: WrappedKey; body: Buffer } {
  if (envelope.length < 2 || envelope.readUInt8(0) !== VERSION) {
    throw new Error('This is not a value that Freehold encrypted');
  }
  const wrappedAt = 2 + envelope.readUInt8(1) + 2;
  const bodyAt = wrappedAt + envelope.readUInt16BE(wrappedAt - 2);
  return {
    key: {
      keyId: envelope.toString('utf8', 2, wrappedAt - 2),
      wrapped: envelope.subarray(wrappedAt, bodyAt),
    },
    body: envelope.subarray(bodyAt),
  };
}

/** JSON keeps the parts apart, whatever they contain. */
function toBytes({ tenant, table, row, field }: CipherContext): Buffer {
  return Buffer.from(JSON.stringify([tenant, table, row, field]), 'utf8');
}
