import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DriftingTerraform } from '../../plugins/sites-backend/src/__testUtils__/DriftingTerraform';
import {
  AWS_SECRET,
  keyOf,
  StsDouble,
} from '../../plugins/sites-backend/src/__testUtils__/StsDouble';
import { startOwnPortal, type OwnPortal } from './startOwnPortal';

/** What lets the portal into an account of the double of AWS. */
export const accessKey = {
  kind: 'access-key',
  name: 'Main',
  accessKeyId: keyOf('111111111111'),
  secretAccessKey: AWS_SECRET,
};

export interface DriftPortal extends OwnPortal {
  /** Says what becomes of sites. */
  terraform: DriftingTerraform;
}

const soldOfAws = {
  id: 'aws',
  title: 'AWS',
  regions: [{ id: 'eu-central-1', title: 'Frankfurt' }],
  // Those that the tiers of customers name.
  sizes: ['small', 'medium', 'large'].map(id => ({
    id,
    title: id,
    description: 'Of AWS',
    monthlyPrice: '12.00',
  })),
};

/** A portal of its own whose sites drift as the test says. */
export async function startDriftPortal(): Promise<DriftPortal> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'freehold-'));
  const aws = await StsDouble.start();
  const terraform = await DriftingTerraform.into(folder);
  const portal = await startOwnPortal({
    sites_aws_endpoint: aws.endpoint,
    sites_terraform_binary: terraform.binary,
    sites_terraform_directory: terraform.directory,
    sites_offering_clouds: [soldOfAws],
  }).catch(async error => {
    await aws.stop();
    throw error;
  });
  return {
    url: portal.url,
    terraform,
    stop: async () => {
      await portal.stop();
      await aws.stop();
      await fs.rm(folder, { recursive: true, force: true });
    },
  };
}
