import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DriftingTerraform } from '../../plugins/sites-backend/src/__testUtils__/DriftingTerraform';
import {
  AWS_SECRET,
  keyOf,
  StsDouble,
} from '../../plugins/sites-backend/src/__testUtils__/StsDouble';
import { lineOf, startScript, stopPortal } from './portalProcess';

/** What lets the portal into an account of the double of AWS. */
export const accessKey = {
  kind: 'access-key',
  name: 'Main',
  accessKeyId: keyOf('111111111111'),
  secretAccessKey: AWS_SECRET,
};

export interface DriftPortal {
  url: string;
  /** Says what becomes of sites. */
  terraform: DriftingTerraform;
  stop(): Promise<void>;
}

/** A portal of its own whose sites drift as the test says. */
export async function startDriftPortal(): Promise<DriftPortal> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'freehold-'));
  const aws = await StsDouble.start();
  const terraform = await DriftingTerraform.into(folder);
  const portal = startScript('e2e/support/driftPortal.mjs', [
    aws.endpoint,
    terraform.binary,
    terraform.directory,
  ]);
  const url = await lineOf(portal, /^PORTAL (.*)$/).catch(async error => {
    await aws.stop();
    throw error;
  });
  return {
    url,
    terraform,
    stop: async () => {
      await stopPortal(portal);
      await aws.stop();
      await fs.rm(folder, { recursive: true, force: true });
    },
  };
}
