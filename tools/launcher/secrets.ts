import crypto from 'node:crypto';
import fs from 'node:fs';
import { damaged, isInitialised, type DataFolder } from './dataFolder.ts';

/** Made once per data folder and never shown. */
export interface Secrets {
  /** Password of PostgreSQL's superuser, used for setting up only. */
  superuserPassword: string;
  /** Password of the role that the portal connects as. */
  databasePassword: string;
  /** Key-encryption key: 32 bytes in base64. */
  encryptionKey: string;
}

const names: (keyof Secrets)[] = [
  'superuserPassword',
  'databasePassword',
  'encryptionKey',
];

/** Reads the secrets of a data folder, or makes those of a new one. */
export function loadSecrets(data: DataFolder): Secrets {
  if (!fs.existsSync(data.secretsFile)) {
    if (isInitialised(data)) throw damaged(data, 'secrets.json is missing');
    writeSecrets(data.secretsFile, newSecrets());
  }
  try {
    const secrets: Secrets = JSON.parse(
      fs.readFileSync(data.secretsFile, 'utf8'),
    );
    if (names.every(name => typeof secrets[name] === 'string')) return secrets;
  } catch {
    // Told below, like a file that lacks one of them.
  }
  throw damaged(data, 'secrets.json cannot be read');
}

function newSecrets(): Secrets {
  return {
    superuserPassword: crypto.randomBytes(32).toString('hex'),
    databasePassword: crypto.randomBytes(32).toString('hex'),
    encryptionKey: crypto.randomBytes(32).toString('base64'),
  };
}

function writeSecrets(file: string, secrets: Secrets) {
  const draft = `${file}.draft`;
  fs.writeFileSync(draft, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  fs.renameSync(draft, file);
}
