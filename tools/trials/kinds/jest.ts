import fs from 'node:fs';
import path from 'node:path';
import { backstageCli } from '../../launcher/backstageCli.ts';
import type { Outcome } from '../Part.ts';
import { makeTemporaryFolder } from '../temporaryFolder.ts';
import { startTestDatabase } from '../testDatabase.ts';
import { runScript } from './command.ts';

interface JestResults {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  numRuntimeErrorTestSuites: number;
}

/** Runs the jest suites of all packages on a PostgreSQL of their own. */
export async function runJest(): Promise<Outcome> {
  const database = await startTestDatabase();
  const file = path.join(makeTemporaryFolder('jest'), 'results.json');
  await runScript(
    backstageCli,
    ['repo', 'test', '--maxWorkers=2', '--json', `--outputFile=${file}`],
    {
      env: {
        BACKSTAGE_TEST_DISABLE_DOCKER: '1',
        BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING: database.url,
        NODE_ENV: 'test',
        TZ: 'UTC',
      },
    },
  );
  await database.stop();
  const results: JestResults = JSON.parse(fs.readFileSync(file, 'utf8'));
  return {
    passed: results.numPassedTests,
    // A suite that breaks before its first test has no tests to count.
    failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
    notRun: results.numPendingTests + results.numTodoTests,
  };
}
