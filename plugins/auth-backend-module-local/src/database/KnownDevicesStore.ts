import type {
  TenantDatabase,
  TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import type { SecretHash } from '../domain/secrets';
import type { AccountKey } from './AccountsStore';

/** Browsers that members signed in with before. */
export class KnownDevicesStore {
  static create(database: TenantDatabase): KnownDevicesStore {
    return new KnownDevicesStore(database);
  }

  private constructor(private readonly database: TenantDatabase) {}

  async isKnown(
    key: AccountKey,
    device: SecretHash,
    now: Date,
  ): Promise<boolean> {
    return this.database.transaction(key.tenant, trx =>
      this.isKnownWithin(trx, key, device, now),
    );
  }

  async isKnownWithin(
    trx: TenantTransaction,
    key: AccountKey,
    device: SecretHash,
    now: Date,
  ): Promise<boolean> {
    const row = await trx('local_known_devices')
      .where({ ...where(key), device_hash: device })
      .where('expires_at', '>', now)
      .first();
    return row !== undefined;
  }

  async hasAny(trx: TenantTransaction, key: AccountKey): Promise<boolean> {
    const row = await trx('local_known_devices').where(where(key)).first();
    return row !== undefined;
  }

  async remember(
    trx: TenantTransaction,
    key: AccountKey,
    device: { hash: SecretHash; expiresAt: Date },
    now: Date,
  ): Promise<void> {
    await trx('local_known_devices')
      .insert({
        ...where(key),
        device_hash: device.hash,
        created_at: now,
        last_used_at: now,
        expires_at: device.expiresAt,
      })
      .onConflict(['tenant_id', 'member_name', 'device_hash'])
      .merge(['last_used_at', 'expires_at']);
  }

  async deleteExpired(now: Date): Promise<void> {
    await this.database.acrossTenants('purge forgotten devices', trx =>
      trx('local_known_devices').where('expires_at', '<=', now).delete(),
    );
  }
}

function where({ tenant, member }: AccountKey) {
  return { tenant_id: tenant, member_name: member };
}
