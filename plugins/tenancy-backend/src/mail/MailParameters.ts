import type {
  CipherContext,
  EnvelopeCipher,
} from '@freehold/plugin-tenancy-node';
import type { JsonObject } from '@backstage/types';
import type { MailKey, MailRow } from '../database/mailsStore';

/** What a mail tells, sealed as long as it is stored: it may hold links. */
export class MailParameters {
  static create(cipher: EnvelopeCipher): MailParameters {
    return new MailParameters(cipher);
  }

  private constructor(private readonly cipher: EnvelopeCipher) {}

  async seal(key: MailKey, parameters: JsonObject): Promise<Buffer> {
    return this.cipher.encrypt(
      Buffer.from(JSON.stringify(parameters), 'utf8'),
      contextOf(key),
    );
  }

  async open(row: MailRow): Promise<JsonObject> {
    if (!row.sealed_parameters) {
      return {};
    }
    const json = await this.cipher.decrypt(
      row.sealed_parameters,
      contextOf({ tenant: row.tenant_id, id: row.mail_id }),
    );
    return JSON.parse(json.toString('utf8'));
  }

  /** How all begin that the present key wrapped. */
  get presentPrefix(): Buffer {
    return this.cipher.presentPrefix;
  }

  /** @returns undefined when the present key wrapped them already */
  async rewrap(key: MailKey, sealed: Buffer): Promise<Buffer | undefined> {
    return this.cipher.rewrap(sealed, contextOf(key));
  }
}

function contextOf({ tenant, id }: MailKey): CipherContext {
  return { tenant, table: 'mails', row: id, field: 'sealed_parameters' };
}
