import type {
  TenantDatabase,
  TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import type { SecretHash } from '../domain/secrets';
import type { AccountKey } from './AccountsStore';

/** Recovery codes, as hashes. */
export class RecoveryCodesStore {
  static create(database: TenantDatabase): RecoveryCodesStore {
    return new RecoveryCodesStore(database);
  }

  private constructor(private readonly database: TenantDatabase) {}

  async countUnused(key: AccountKey): Promise<number> {
    const [{ count }] = await this.database.transaction(key.tenant, trx =>
      trx('local_recovery_codes')
        .where(where(key))
        .whereNull('used_at')
        .count(),
    );
    return Number(count);
  }

  /** Takes the place of all codes the member had. */
  async replaceCodes(
    trx: TenantTransaction,
    key: AccountKey,
    hashes: SecretHash[],
    now: Date,
  ): Promise<void> {
    await this.removeAllOf(trx, key);
    await trx('local_recovery_codes').insert(
      hashes.map(hash => ({ ...where(key), code_hash: hash, created_at: now })),
    );
  }

  /** @returns false when there is no such code, or it was used before */
  async useCode(
    key: AccountKey,
    hash: SecretHash,
    now: Date,
  ): Promise<boolean> {
    const updated = await this.database.transaction(key.tenant, trx =>
      trx('local_recovery_codes')
        .where({ ...where(key), code_hash: hash })
        .whereNull('used_at')
        .update({ used_at: now }),
    );
    return updated > 0;
  }

  async removeAllOf(trx: TenantTransaction, key: AccountKey): Promise<void> {
    await trx('local_recovery_codes').where(where(key)).delete();
  }
}

function where({ tenant, member }: AccountKey) {
  return { tenant_id: tenant, member_name: member };
}
