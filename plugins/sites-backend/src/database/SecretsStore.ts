import type {
  CipherContext,
  EnvelopeCipher,
  TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import { credentialContext } from './CloudCredentialsStore';
import { planFileContext } from './PlanFilesStore';
import { stateContext } from './StatesStore';

/** A value that another key than the present one wrapped. */
export interface OutdatedSecret {
  tenant: string;
  table: 'terraform_states' | 'plan_files' | 'cloud_credentials';
  /** Columns that find its row. */
  key: Record<string, string | number>;
  context: CipherContext;
}

/** Everything this plugin keeps encrypted, whatever it is. */
export class SecretsStore {
  constructor(private readonly cipher: EnvelopeCipher) {}

  /** Some of them, or none when all are up to date; for the all-tenants door. */
  async listOutdated(
    trx: TenantTransaction,
    limit: number,
  ): Promise<OutdatedSecret[]> {
    const prefix = this.cipher.presentPrefix;
    const outdated = (table: string) =>
      trx(table)
        .whereRaw('substring(ciphertext from 1 for ?) <> ?', [
          prefix.length,
          prefix,
        ])
        .limit(limit);
    const states = await outdated('terraform_states').select(
      'tenant_id',
      'site_id',
      'version',
    );
    const planFiles = await outdated('plan_files').select(
      'tenant_id',
      'deployment_id',
    );
    const credentials = await outdated('cloud_credentials').select(
      'tenant_id',
      'cloud',
      'credential_id',
    );
    return [
      ...states.map(
        ({ tenant_id: tenant, site_id: siteId, version }): OutdatedSecret => ({
          tenant,
          table: 'terraform_states',
          key: { tenant_id: tenant, site_id: siteId, version },
          context: stateContext({ tenant, siteId, version }),
        }),
      ),
      ...planFiles.map(
        ({ tenant_id: tenant, deployment_id: id }): OutdatedSecret => ({
          tenant,
          table: 'plan_files',
          key: { tenant_id: tenant, deployment_id: id },
          context: planFileContext({ tenant, deploymentId: id }),
        }),
      ),
      ...credentials.map(
        ({
          tenant_id: tenant,
          cloud,
          credential_id: credentialId,
        }): OutdatedSecret => ({
          tenant,
          table: 'cloud_credentials',
          key: { tenant_id: tenant, cloud, credential_id: credentialId },
          context: credentialContext({ tenant, credentialId }),
        }),
      ),
    ].slice(0, limit);
  }

  /** Wraps one by the present key; one that is gone by now needs nothing. */
  async rewrap(trx: TenantTransaction, secret: OutdatedSecret): Promise<void> {
    const row = await trx(secret.table)
      .where(secret.key)
      .forUpdate()
      .first('ciphertext');
    const ciphertext =
      row && (await this.cipher.rewrap(row.ciphertext, secret.context));
    if (ciphertext) {
      await trx(secret.table).where(secret.key).update({ ciphertext });
    }
  }
}
