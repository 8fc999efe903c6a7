import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { open, seal } from './aesGcm';
import type { KeyEncryptionKeys, WrappedKey } from './KeyEncryptionKeys';

const KEY_BYTES = 32;

/**
 * Keys from the configuration, `tenancy.encryption.keys`. The first one wraps
 * what is new; the others only unwrap what they once wrapped.
 */
export class LocalKeyring implements KeyEncryptionKeys {
  /** @throws InputError naming the setting that is wrong, never its value */
  static fromConfig(config: Config): LocalKeyring {
    const keys = new Map<string, Buffer>();
    for (const [index, entry] of config
      .getConfigArray('tenancy.encryption.keys')
      .entries()) {
      const setting = `tenancy.encryption.keys[${index}]`;
      const id = entry.getString('id');
      if (keys.has(id)) {
        throw new InputError(`${setting}.id repeats '${id}'`);
      }
      if (!/^[\w.-]{1,64}$/.test(id)) {
        throw new InputError(
          `${setting}.id must be 1 to 64 letters, digits, dots, hyphens or underscores`,
        );
      }
      keys.set(id, toKey(entry.getString('key'), `${setting}.key`));
    }
    if (keys.size === 0) {
      throw new InputError('tenancy.encryption.keys needs at least one key');
    }
    return new LocalKeyring(keys);
  }

  readonly presentKeyId: string;

  private constructor(private readonly keys: Map<string, Buffer>) {
    [this.presentKeyId] = keys.keys();
  }

  async wrap(dataKey: Buffer, context: Buffer): Promise<WrappedKey> {
    return {
      keyId: this.presentKeyId,
      wrapped: seal(this.key(this.presentKeyId), dataKey, context),
    };
  }

  async unwrap(key: WrappedKey, context: Buffer): Promise<Buffer> {
    return open(this.key(key.keyId), key.wrapped, context);
  }

  private key(keyId: string): Buffer {
    const key = this.keys.get(keyId);
    if (!key) {
      throw new Error(
        `Data was encrypted with the key '${keyId}', which tenancy.encryption.keys lacks. Add it again, after the present ones.`,
      );
    }
    return key;
  }
}

function toKey(text: string, setting: string): Buffer {
  const key = Buffer.from(text, 'base64');
  if (key.length !== KEY_BYTES) {
    throw new InputError(
      `${setting} must be 32 random bytes in base64, as 'openssl rand -base64 32' prints them`,
    );
  }
  return key;
}
