import { findMoto, startMoto } from '../../clouds/moto.ts';
import {
  findProviderMirror,
  writeMirrorConfig,
} from '../../clouds/providerMirror.ts';
import { findTerraform } from '../../launcher/terraform.ts';
import { runProofs } from '../kinds/proofs.ts';
import { notRun, type Outcome } from '../Part.ts';
import {
  makeTemporaryFolder,
  removeTemporaryFolder,
} from '../temporaryFolder.ts';

/**
 * Sites on AWS through the portal, on a double of AWS. Where Terraform, a
 * mirror of the provider or the double is missing, it says which.
 *
 * @param whole - with databases and domains, which take minutes
 */
export async function tryAws({ whole }: { whole: boolean }): Promise<Outcome> {
  const terraform = findTerraform();
  const mirror = findProviderMirror();
  const moto = findMoto();
  if ('missing' in terraform) return notRun(terraform.missing);
  if ('missing' in mirror) return notRun(mirror.missing);
  if ('missing' in moto) return notRun(moto.missing);
  const folder = makeTemporaryFolder('aws');
  const aws = await startMoto(moto.found);
  try {
    const { TF_CLI_CONFIG_FILE } = writeMirrorConfig(folder, mirror.found);
    return await runProofs(['proofs/clouds/*.test.ts'], {
      FREEHOLD_PROOFS_AWS: aws.endpoint,
      FREEHOLD_PROOFS_TERRAFORM_CONFIG: TF_CLI_CONFIG_FILE,
      ...(whole && { FREEHOLD_PROOFS_AWS_WHOLE: '1' }),
    });
  } finally {
    await aws.stop();
    removeTemporaryFolder(folder);
  }
}
