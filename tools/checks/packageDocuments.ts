import path from 'node:path';
import { exists, ownFiles, read } from './support/files.ts';

/** Every package says what it owns, and every setting it reads has a schema. */
export function check(): string[] {
  const folders = ownFiles()
    .filter(file => /^(packages|plugins)\/[^/]+\/package\.json$/.test(file))
    .map(file => path.dirname(file));
  return folders.flatMap(folder => [
    ...(exists(`${folder}/README.md`) ? [] : [`${folder} has no README.md`]),
    ...faultsOfSchema(folder),
  ]);
}

function faultsOfSchema(folder: string): string[] {
  const { configSchema, files = [] } = JSON.parse(
    read(`${folder}/package.json`),
  );
  if (configSchema === undefined) {
    return exists(`${folder}/config.d.ts`)
      ? [`${folder} has a config.d.ts that its package.json does not name`]
      : [];
  }
  return exists(`${folder}/${configSchema}`)
    ? []
    : [`${folder} has no ${configSchema} (files: ${files.join(', ')})`];
}
