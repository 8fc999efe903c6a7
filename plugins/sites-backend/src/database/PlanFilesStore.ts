import type {
  CipherContext,
  EnvelopeCipher,
  TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import type { Deployment } from '../domain/Deployment';

type Address = Pick<Deployment, 'tenant' | 'deploymentId'>;

/**
 * Plan files, encrypted, so that whichever process applies a plan applies the
 * very file that was looked at. Kept until the deployment ends; that of a check
 * while the drift it found stands.
 */
export class PlanFilesStore {
  constructor(private readonly cipher: EnvelopeCipher) {}

  async save(
    trx: TenantTransaction,
    deployment: Address,
    planFile: Buffer,
  ): Promise<void> {
    const ciphertext = await this.cipher.encrypt(
      planFile,
      planFileContext(deployment),
    );
    await trx('plan_files')
      .insert({ ...keyOf(deployment), ciphertext })
      .onConflict(['tenant_id', 'deployment_id'])
      .merge(['ciphertext']);
  }

  async find(
    trx: TenantTransaction,
    deployment: Address,
  ): Promise<Buffer | undefined> {
    const row = await trx('plan_files').where(keyOf(deployment)).first();
    return (
      row && this.cipher.decrypt(row.ciphertext, planFileContext(deployment))
    );
  }

  async remove(trx: TenantTransaction, deployment: Address): Promise<void> {
    await trx('plan_files').where(keyOf(deployment)).delete();
  }
}

function keyOf({ tenant, deploymentId }: Address) {
  return { tenant_id: tenant, deployment_id: deploymentId };
}

/** Where the ciphertext of a plan file belongs. */
export function planFileContext({
  tenant,
  deploymentId,
}: Address): CipherContext {
  return {
    tenant,
    table: 'plan_files',
    row: deploymentId,
    field: 'ciphertext',
  };
}
