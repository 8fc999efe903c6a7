import type {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import {
  createEnvelopeCipher,
  openDatabases,
  Outbox,
  type TenantDatabase,
} from '@freehold/plugin-tenancy-node';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CostsAudit } from '../audit/CostsAudit';
import { createImportsService } from '../createServices';
import { ImportsStore } from '../database/ImportsStore';
import { PeriodsStore } from '../database/PeriodsStore';
import { SourcesStore } from '../database/SourcesStore';
import type { Import } from '../domain/Import';
import type { Source } from '../domain/Source';
import type { DeclaredEncoding } from '../reading';
import type { ImportsService } from '../services/ImportsService';
import { SourcesService } from '../services/SourcesService';

const COMMAND = 'command:costs:import';
const POLL_MILLISECONDS = 250;
/** A portal that runs looks at the queue every twenty seconds. */
const USUAL_PATIENCE_MILLISECONDS = 60_000;

/** What the command line says of a file. */
export interface ImportFileOptions {
  config: RootConfigService;
  logger: LoggerService;
  file: string;
  /** Name of the source; may be left out where there is one only. */
  source?: string;
  /** Makes the source when there is none of its name. */
  createsSource?: boolean;
  mode?: 'replace' | 'add';
  encoding?: DeclaredEncoding;
  /** Hears of the import whenever it has come further. */
  onProgress?: (found: Import) => void;
  /** How long to wait for a portal to begin. */
  patienceMilliseconds?: number;
}

/**
 * Hands a file over to the portal that works on the configuration's database,
 * and follows its import, for the command line.
 *
 * @returns the import, still `queued` when no portal began with it
 * @throws NotFoundError when the portal's tables do not exist yet, InputError
 *   about the source
 */
export async function importFile(options: ImportFileOptions): Promise<Import> {
  const databases = openDatabases(options.config, options.logger);
  try {
    const database = await databases.forPlugin('costs');
    await assertTables(database);
    const services = await createCommandServices(database, options.config);
    const { sourceId } = await findSource(services, options);
    const { importId } = await services.imports.importCharges(
      sourceId,
      createReadStream(options.file),
      {
        fileName: path.basename(options.file).slice(-255),
        by: COMMAND,
        mode: options.mode,
        declaredEncoding: options.encoding,
      },
    );
    return await follow(services.imports, importId, options);
  } finally {
    await databases.close();
  }
}

async function createCommandServices(
  database: TenantDatabase,
  config: RootConfigService,
) {
  const shared = {
    audit: CostsAudit.create(Outbox.create(createEnvelopeCipher(config))),
    database,
    imports: new ImportsStore(),
    periods: new PeriodsStore(),
    sources: new SourcesStore(),
  };
  return {
    // A portal finds it in the queue.
    imports: await createImportsService(config, { ...shared, wake: () => {} }),
    sources: SourcesService.create(shared),
  };
}

async function findSource(
  { sources }: { sources: SourcesService },
  { createsSource, source: name }: ImportFileOptions,
): Promise<Source> {
  const known = await sources.listSources();
  const found = name
    ? known.find(source => source.name === name)
    : known.length === 1 && known[0];
  if (found) {
    return found;
  }
  if (name && createsSource) {
    return sources.createSource({ name, defaults: {}, createdBy: COMMAND });
  }
  const names = known.map(source => `"${source.name}"`).join(', ');
  throw new InputError(
    name
      ? `There is no source "${name}"${names && `, only ${names}`}. Add --create to make it.`
      : `Say which source the file is of: --source ${names ? `with one of ${names}` : '"<a new name>" --create'}.`,
  );
}

async function follow(
  imports: ImportsService,
  importId: string,
  options: ImportFileOptions,
): Promise<Import> {
  const { onProgress, patienceMilliseconds = USUAL_PATIENCE_MILLISECONDS } =
    options;
  const patience = Date.now() + patienceMilliseconds;
  let said = '';
  for (;;) {
    const found = await imports.getImport(importId);
    const now = `${found.state}/${found.step}`;
    if (now !== said) {
      onProgress?.(found);
      said = now;
    }
    const isOver = found.state === 'succeeded' || found.state === 'failed';
    if (isOver || (found.state === 'queued' && Date.now() > patience)) {
      return found;
    }
    await sleep(POLL_MILLISECONDS);
  }
}

async function assertTables(database: TenantDatabase): Promise<void> {
  const hasTables = await database.transaction(BUSINESS_TENANT, trx =>
    trx.schema.hasTable('period_files'),
  );
  if (!hasTables) {
    throw new NotFoundError(
      'The portal has no tables for costs yet: start it once, then import the file',
    );
  }
}
