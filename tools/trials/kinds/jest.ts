import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../bootstrap/paths.mjs';
import { findMoto } from '../../clouds/moto.ts';
import { findProviderMirror } from '../../clouds/providerMirror.ts';
import { backstageCli } from '../../launcher/backstageCli.ts';
import { describeFailure, type Outcome } from '../Part.ts';
import { makeTemporaryFolder } from '../temporaryFolder.ts';
import { startTestDatabase } from '../testDatabase.ts';
import { runScript } from './command.ts';

interface JestResults {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  numRuntimeErrorTestSuites: number;
  testResults: {
    name: string;
    message: string;
    assertionResults: {
      fullName: string;
      status: string;
      failureMessages: string[];
    }[];
  }[];
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
        ...environmentOfClouds(),
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
    failures: results.testResults.flatMap(nameFailures),
  };
}

/** What suites that need a double of a cloud look for; they are skipped else. */
function environmentOfClouds(): Record<string, string> {
  const moto = findMoto();
  const mirror = findProviderMirror();
  return {
    ...('found' in moto && { FREEHOLD_MOTO: moto.found }),
    ...('found' in mirror && { FREEHOLD_TERRAFORM_MIRROR: mirror.found }),
  };
}

function nameFailures({
  name,
  message,
  assertionResults,
}: JestResults['testResults'][number]): string[] {
  const file = path.relative(root, name);
  if (assertionResults.length === 0 && message) {
    return [describeFailure(file, message)];
  }
  return assertionResults
    .filter(({ status }) => status === 'failed')
    .map(({ fullName, failureMessages }) =>
      describeFailure(`${file}: ${fullName}`, failureMessages[0]),
    );
}
