import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type { Outbox, TenantTransaction } from '@freehold/plugin-tenancy-node';
import type { Import } from '../domain/Import';
import type { Source } from '../domain/Source';

/** Puts on the record what happens to sources and their charges. */
export class CostsAudit {
  static create(outbox: Pick<Outbox, 'recordAudit'>): CostsAudit {
    return new CostsAudit(outbox);
  }

  private constructor(private readonly outbox: Pick<Outbox, 'recordAudit'>) {}

  async sourceCreated(trx: TenantTransaction, source: Source): Promise<void> {
    await this.outbox.recordAudit(trx, {
      tenant: BUSINESS_TENANT,
      action: 'createSource',
      object: { kind: 'cost-source', id: source.sourceId, name: source.name },
      after: { name: source.name, ...source.defaults },
    });
  }

  async importReceived(
    trx: TenantTransaction,
    received: Import,
  ): Promise<void> {
    const { bytes, fileName, importId, sha256, sourceName } = received;
    await this.outbox.recordAudit(trx, {
      tenant: BUSINESS_TENANT,
      action: 'importCharges',
      object: { kind: 'cost-import', id: importId, name: fileName },
      after: { source: sourceName, bytes, sha256 },
    });
  }
}
