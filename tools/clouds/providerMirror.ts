import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export type MirrorSearch =
  /** `versions` are those with a package for this machine. */
  { found: string; versions: string[] } | { missing: string };

/** Below these, this many folders deep, a mirror is looked for. */
const PLACES = ['/opt', '/usr/share', '/usr/local/share'];
const DEPTH = 3;
const HOST = 'registry.terraform.io';

/**
 * Looks for a folder that mirrors a provider, as `terraform providers mirror`
 * makes one: FREEHOLD_TERRAFORM_MIRROR, then the places people keep them.
 *
 * @param provider - as in `required_providers`
 * @returns the folder that holds registry.terraform.io, or one line that says what to do
 */
export function findProviderMirror(
  provider = 'hashicorp/aws',
  env: NodeJS.ProcessEnv = process.env,
): MirrorSearch {
  const given = env.FREEHOLD_TERRAFORM_MIRROR;
  const folders = given
    ? [given]
    : [
        path.join(env.HOME ?? os.homedir(), '.terraform.d/plugins'),
        ...PLACES.flatMap(place => findMirrors(place, DEPTH)),
      ];
  for (const folder of folders) {
    const versions = versionsIn(path.join(folder, HOST, provider));
    if (versions.length > 0) return { found: folder, versions };
  }
  return {
    missing: `no mirror of the Terraform provider ${provider}${given ? ` in ${given}` : ''}; make one where there is a network (terraform providers mirror <folder>) and point FREEHOLD_TERRAFORM_MIRROR at it`,
  };
}

/**
 * Writes a configuration of Terraform that takes providers from the mirror
 * only. A shared plugin cache would not be safe for runs at the same time.
 *
 * @returns the environment that makes Terraform read it
 */
export function writeMirrorConfig(
  folder: string,
  mirror: string,
): { TF_CLI_CONFIG_FILE: string } {
  const file = path.join(folder, 'mirror.tfrc');
  fs.writeFileSync(
    file,
    `disable_checkpoint = true
provider_installation {
  filesystem_mirror {
    path = ${JSON.stringify(mirror)}
  }
}
`,
  );
  return { TF_CLI_CONFIG_FILE: file };
}

function findMirrors(folder: string, depth: number): string[] {
  if (fs.existsSync(path.join(folder, HOST))) return [folder];
  if (depth === 0) return [];
  return foldersIn(folder).flatMap(name =>
    findMirrors(path.join(folder, name), depth - 1),
  );
}

/** Both layouts of a mirror: unpacked folders, and packages beside an index. */
function versionsIn(folder: string) {
  const unpacked = foldersIn(folder).filter(version =>
    fs.existsSync(path.join(folder, version, platform())),
  );
  const packed = filesIn(folder).flatMap(
    name => name.match(new RegExp(`_([0-9][^_]*)_${platform()}\\.zip$`))?.[1],
  );
  return [...unpacked, ...packed.filter(version => version !== undefined)];
}

function platform() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const machine = process.arch === 'x64' ? 'amd64' : process.arch;
  return `${system}_${machine}`;
}

function foldersIn(folder: string) {
  return entriesIn(folder).flatMap(entry =>
    entry.isDirectory() ? entry.name : [],
  );
}

function filesIn(folder: string) {
  return entriesIn(folder).flatMap(entry => (entry.isFile() ? entry.name : []));
}

function entriesIn(folder: string) {
  try {
    return fs.readdirSync(folder, { withFileTypes: true });
  } catch {
    // A folder that is missing or closed to us holds nothing for us.
    return [];
  }
}
