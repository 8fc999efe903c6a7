import { exists, ownFiles, read } from './support/files.ts';

/** Scripts that documents, workflows and .ci/run call by `npm run` exist. */
export function check(): string[] {
  const { scripts } = JSON.parse(read('package.json'));
  const callers = ownFiles().filter(
    file =>
      /^(\.ci|\.github)\//.test(file) || /^(docs\/.*|[^/]+)\.md$/.test(file),
  );
  return [
    ...callers.flatMap(file =>
      [...read(file).matchAll(/npm run ([a-z][a-z:-]*[a-z])/g)]
        .map(([, name]) => name)
        .filter(name => !scripts[name])
        .map(name => `${file} calls npm run ${name}, which does not exist`),
    ),
    ...(exists('.ci/run') ? [] : ['.ci/run is missing']),
  ];
}
