import fs from 'node:fs';
import path from 'node:path';

/** The folder of published cost data that lies beside the checkout, where there is one. */
function findSharedData(): string | undefined {
  const given = process.env.FREEHOLD_SHARED_DATA;
  if (given) {
    return given;
  }
  let folder = __dirname;
  while (path.dirname(folder) !== folder) {
    folder = path.dirname(folder);
    const candidate = path.join(folder, 'shared', 'data');
    if (fs.existsSync(path.join(candidate, 'README.md'))) {
      return candidate;
    }
  }
  return undefined;
}

const SHARED_DATA = findSharedData();

/** Tests over published data; where it is absent each says by its name that it was not run. */
export function describeSharedData(
  title: string,
  define: (folder: string) => void,
): void {
  if (SHARED_DATA) {
    // eslint-disable-next-line jest/valid-title, jest/valid-describe-callback -- the title and the tests are the caller's
    describe(title, () => define(SHARED_DATA));
  } else {
    // eslint-disable-next-line jest/no-disabled-tests -- says by name what was not run
    describe.skip(`not run without shared/data: ${title}`, () => {
      define('');
    });
  }
}

/** Names of the files below a folder of the published data. */
export function filesOf(folder: string, pattern: RegExp): string[] {
  if (!fs.existsSync(folder)) {
    return ['absent'];
  }
  return (fs.readdirSync(folder, { recursive: true }) as string[])
    .filter(name => pattern.test(name))
    .sort();
}
