import path from 'node:path';
import { cache, root } from '../bootstrap/paths.mjs';
import type { DataFolder } from './dataFolder.ts';
import type { Secrets } from './secrets.ts';
import { findTerraform } from './terraform.ts';

/** What app-config.yaml takes from the environment. */
export function portalEnvironment(options: {
  data: DataFolder;
  secrets: Secrets;
  port: number;
  databasePort: number;
}): NodeJS.ProcessEnv {
  const terraform = findTerraform();
  return {
    ...process.env,
    ...addressEnvironment(options.port),
    FREEHOLD_DATA: options.data.path,
    FREEHOLD_ENCRYPTION_KEY: options.secrets.encryptionKey,
    FREEHOLD_TERRAFORM: 'found' in terraform ? terraform.found : '',
    POSTGRES_HOST: '127.0.0.1',
    POSTGRES_PORT: String(options.databasePort),
    POSTGRES_USER: 'freehold',
    POSTGRES_PASSWORD: options.secrets.databasePassword,
    POSTGRES_DATABASE: 'freehold',
    // Compiled code is kept between starts, which saves a second of each.
    NODE_COMPILE_CACHE: path.join(cache, 'compiled'),
  };
}

/** Enough of it to read app-config.yaml where nothing is started. */
export function addressEnvironment(port: number) {
  return {
    FREEHOLD_HOME: root,
    FREEHOLD_PORT: String(port),
    FREEHOLD_URL: portalUrl(port),
  };
}

export function portalUrl(port: number): string {
  return `http://localhost:${port}`;
}
