import path from 'node:path';
import { root } from '../../bootstrap/paths.mjs';
import { backstageCli } from '../../launcher/backstageCli.ts';
import { checkByScript } from '../kinds/command.ts';
import { sum, type Outcome } from '../Part.ts';

const local = ['--config', 'app-config.yaml'];
const development = [...local, '--config', 'app-config.development.yaml'];
const aws = [...local, '--config', 'app-config.aws.example.yaml'];
const production = [...local, '--config', 'app-config.production.yaml'];

/** Every configuration we ship fits the schemas, and shows no secret. */
export async function checkConfig(): Promise<Outcome> {
  const outcomes: Outcome[] = [];
  for (const configs of [local, development, production, aws]) {
    for (const extra of [['--strict'], ['--frontend']]) {
      outcomes.push(
        await checkByScript(
          backstageCli,
          ['config:check', ...extra, ...configs],
          { env: exampleEnvironment },
        ),
      );
    }
  }
  return sum(outcomes);
}

/** Values of the right shape for everything the files take from outside. */
const exampleEnvironment = {
  FREEHOLD_HOME: root,
  FREEHOLD_URL: 'https://portal.example.com',
  FREEHOLD_PORT: '7007',
  FREEHOLD_DATA: path.join(root, '.cache/data'),
  FREEHOLD_TERRAFORM: '/usr/local/bin/terraform',
  FREEHOLD_ENCRYPTION_KEY: Buffer.alloc(32, 'example').toString('base64'),
  POSTGRES_HOST: 'database.example.com',
  POSTGRES_PORT: '5432',
  POSTGRES_USER: 'freehold',
  POSTGRES_PASSWORD: 'example',
  POSTGRES_DATABASE: 'freehold',
  POSTGRES_CA: 'example',
};
