import type {
  CipherContext,
  EnvelopeCipher,
  TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import { AwsKeys } from '../clouds/AwsKeys';
import type {
  CloudCredential,
  CredentialOwner,
} from '../domain/CloudCredential';

/** Credentials of clouds; their secrets are encrypted, and leave as keys only. */
export class CloudCredentialsStore {
  constructor(private readonly cipher: EnvelopeCipher) {}

  async list(
    trx: TenantTransaction,
    tenant: string,
  ): Promise<CloudCredential[]> {
    const rows = await trx('cloud_credentials')
      .where({ tenant_id: tenant })
      .orderBy('cloud');
    return rows.map(toCredential);
  }

  /**
   * @param lock - holds the row until the transaction ends: `share` against its
   *   removal, `update` against everything
   */
  async find(
    trx: TenantTransaction,
    tenant: string,
    cloud: string,
    lock?: 'share' | 'update',
  ): Promise<CloudCredential | undefined> {
    const query = trx('cloud_credentials').where(keyOf({ tenant, cloud }));
    if (lock === 'share') query.forShare();
    if (lock === 'update') query.forUpdate();
    const row = await query.first();
    return row && toCredential(row);
  }

  /** @returns undefined for a role, which has no keys of its own */
  async findKeys(
    trx: TenantTransaction,
    { tenant, cloud, credentialId }: CloudCredential,
  ): Promise<AwsKeys | undefined> {
    const row = await trx('cloud_credentials')
      .where({ ...keyOf({ tenant, cloud }), credential_id: credentialId })
      .first('ciphertext');
    return row?.ciphertext
      ? AwsKeys.fromBytes(
          await this.cipher.decrypt(
            row.ciphertext,
            credentialContext({ tenant, credentialId }),
          ),
        )
      : undefined;
  }

  /** Keeps a credential in the place of the one there was, if there was one. */
  async save(
    trx: TenantTransaction,
    credential: Omit<CloudCredential, 'createdAt' | 'updatedAt' | 'lastUsedAt'>,
    keys: AwsKeys | undefined,
  ): Promise<CloudCredential> {
    const ciphertext =
      keys &&
      (await this.cipher.encrypt(
        keys.toBytes(),
        credentialContext(credential),
      ));
    const [row] = await trx('cloud_credentials')
      .insert({
        ...keyOf(credential),
        credential_id: credential.credentialId,
        kind: credential.kind,
        name: credential.name,
        account: credential.account,
        principal: credential.principal,
        access_key_ending: credential.accessKeyEnding ?? null,
        role_arn: credential.roleArn ?? null,
        external_id: credential.externalId ?? null,
        ciphertext: ciphertext ?? null,
        updated_by: credential.updatedBy,
        updated_at: trx.fn.now(),
        last_used_at: null,
      })
      .onConflict(['tenant_id', 'cloud'])
      .merge()
      .returning('*');
    return toCredential(row);
  }

  async remove(
    trx: TenantTransaction,
    { tenant, cloud }: Pick<CloudCredential, 'tenant' | 'cloud'>,
  ): Promise<void> {
    await trx('cloud_credentials').where(keyOf({ tenant, cloud })).delete();
  }

  async recordUse(
    trx: TenantTransaction,
    { tenant, cloud }: Pick<CloudCredential, 'tenant' | 'cloud'>,
  ): Promise<void> {
    await trx('cloud_credentials')
      .where(keyOf({ tenant, cloud }))
      .update({ last_used_at: trx.fn.now() });
  }

  async findOwner(
    trx: TenantTransaction,
    tenant: string,
    siteId: string,
  ): Promise<CredentialOwner | undefined> {
    const row = await trx('sites')
      .where({ tenant_id: tenant, site_id: siteId })
      .first('credential_owner');
    return row?.credential_owner ?? undefined;
  }

  /**
   * How many sites that are not deleted were made with it.
   *
   * @param trx - for the business's, of the all-tenants door
   * @param tenant - absent for the business's
   */
  async countSites(
    trx: TenantTransaction,
    { tenant, cloud }: { tenant?: string; cloud: string },
  ): Promise<number> {
    const owner: CredentialOwner = tenant ? 'customer' : 'business';
    const query = trx('sites')
      .where({ cloud, credential_owner: owner })
      .whereNull('deleted_at');
    if (tenant) query.where({ tenant_id: tenant });
    const [{ count }] = await query.count();
    return Number(count);
  }
}

function keyOf({ tenant, cloud }: { tenant: string; cloud: string }) {
  return { tenant_id: tenant, cloud };
}

/** Where the ciphertext of a credential belongs. */
export function credentialContext({
  tenant,
  credentialId,
}: Pick<CloudCredential, 'tenant' | 'credentialId'>): CipherContext {
  return {
    tenant,
    table: 'cloud_credentials',
    row: credentialId,
    field: 'ciphertext',
  };
}

function toCredential(row: Record<string, any>): CloudCredential {
  return {
    tenant: row.tenant_id,
    cloud: row.cloud,
    credentialId: row.credential_id,
    kind: row.kind,
    name: row.name,
    account: row.account,
    principal: row.principal,
    accessKeyEnding: row.access_key_ending ?? undefined,
    roleArn: row.role_arn ?? undefined,
    externalId: row.external_id ?? undefined,
    updatedBy: row.updated_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    lastUsedAt: row.last_used_at ?? undefined,
  };
}
