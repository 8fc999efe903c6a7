import { bringBundle } from '../../launcher/bundle.ts';
import { findTerraform } from '../../launcher/terraform.ts';
import type { Outcome } from '../Part.ts';
import { startTestDatabase } from '../testDatabase.ts';
import { runNodeTests } from './nodeTests.ts';

/**
 * Runs proofs, which start portals of their own: from our build, on a
 * PostgreSQL of ours.
 */
export async function runProofs(
  patterns: string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Outcome> {
  return withProofEnvironment(proofEnv =>
    runNodeTests(patterns, { ...proofEnv, ...env }),
  );
}

/** What code in proofs/ needs to start portals. */
export async function withProofEnvironment<T>(
  work: (env: NodeJS.ProcessEnv) => Promise<T>,
): Promise<T> {
  const bundle = await bringBundle();
  const database = await startTestDatabase();
  const terraform = findTerraform();
  try {
    return await work({
      FREEHOLD_PROOFS_DATABASE: database.url,
      FREEHOLD_PROOFS_BACKEND: bundle.backend,
      FREEHOLD_TERRAFORM: 'found' in terraform ? terraform.found : '',
    });
  } finally {
    await database.stop();
  }
}
