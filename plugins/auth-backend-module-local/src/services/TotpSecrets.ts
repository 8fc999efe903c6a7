import type {
  CipherContext,
  EnvelopeCipher,
} from '@freehold/plugin-tenancy-node';
import type { AuthenticatorsStore } from '../database/AuthenticatorsStore';

const BATCH_SIZE = 200;

/** Seals the secrets that codes are made of, and opens them to check one. */
export class TotpSecrets {
  static create(
    cipher: EnvelopeCipher,
    store: AuthenticatorsStore,
  ): TotpSecrets {
    return new TotpSecrets(cipher, store);
  }

  private constructor(
    private readonly cipher: EnvelopeCipher,
    private readonly store: AuthenticatorsStore,
  ) {}

  async seal(
    key: { tenant: string; authenticatorId: string },
    secret: string,
  ): Promise<Buffer> {
    return this.cipher.encrypt(Buffer.from(secret, 'utf8'), contextOf(key));
  }

  async open(
    key: { tenant: string; authenticatorId: string },
    sealedSecret: Buffer,
  ): Promise<string> {
    const secret = await this.cipher.decrypt(sealedSecret, contextOf(key));
    return secret.toString('utf8');
  }

  /**
   * Wraps by the present key what an older one wrapped, so that the older one
   * can leave `tenancy.encryption.keys`.
   */
  async rewrapOutdated(signal?: AbortSignal): Promise<void> {
    for (;;) {
      const outdated = await this.store.listOutdated(
        this.cipher.presentPrefix,
        BATCH_SIZE,
      );
      if (outdated.length === 0) {
        return;
      }
      for (const each of outdated) {
        signal?.throwIfAborted();
        const { sealedSecret } = each;
        const rewrapped = await this.cipher.rewrap(
          sealedSecret,
          contextOf(each),
        );
        if (rewrapped) {
          await this.store.replaceSecret(each, sealedSecret, rewrapped);
        }
      }
    }
  }
}

function contextOf(key: {
  tenant: string;
  authenticatorId: string;
}): CipherContext {
  return {
    tenant: key.tenant,
    table: 'local_authenticators',
    row: key.authenticatorId,
    field: 'sealed_secret',
  };
}
