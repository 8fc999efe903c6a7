// Makes terraform/schemas from the bindings that cdktf generates from each
// provider: every type our Terraform files use, in both major versions.
// The packages are large (100 MB and more), so they are fetched when needed and
// kept in .cache. `--check` writes nothing, and fails when a schema is stale; a
// package that is not there is not fetched for it, and said so.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { distilProviderSchema } from './clouds/distilProviderSchema.ts';
import { readTerraformModules, typesUsed } from './clouds/terraformModules.ts';

const root = path.resolve(import.meta.dirname, '..');
const terraform = path.join(root, 'terraform');
const cache = path.join(root, '.cache/provider-bindings');
const check = process.argv.includes('--check');

// Another cloud is another line.
const sources = [
  {
    file: 'aws-5.json',
    provider: 'hashicorp/aws',
    bindings: '@cdktf/provider-aws@19.65.1',
  },
  {
    file: 'aws-6.json',
    provider: 'hashicorp/aws',
    bindings: '@cdktf/provider-aws@21.22.1',
  },
];

const modules = await readTerraformModules(terraform);
fs.mkdirSync(path.join(terraform, 'schemas'), { recursive: true });

for (const { file, provider, bindings } of sources) {
  const described = path.join(cache, bindings.replaceAll('/', '+'), '.jsii');
  const target = path.join(terraform, 'schemas', file);
  if (!fs.existsSync(described)) {
    if (check) {
      console.log(`${file}: not compared, ${bindings} is not in .cache`);
      continue;
    }
    fetchBindings(bindings, path.dirname(described));
  }
  const text = `${JSON.stringify(
    distilProviderSchema(
      provider,
      JSON.parse(fs.readFileSync(described, 'utf8')),
      typesUsed(modules, provider.split('/')[1]),
    ),
    undefined,
    1,
  )}\n`;
  if (!check) {
    fs.writeFileSync(target, text);
  } else if (fs.readFileSync(target, 'utf8') !== text) {
    console.error(
      `terraform/schemas/${file} is stale: run node tools/generate-provider-schemas.mjs`,
    );
    process.exitCode = 1;
  }
}

/**
 * @param {string} bindings
 * @param {string} folder
 */
function fetchBindings(bindings, folder) {
  fs.mkdirSync(folder, { recursive: true });
  const [packed] = JSON.parse(
    execFileSync(
      'npm',
      ['pack', bindings, '--json', '--pack-destination', folder],
      { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    ),
  );
  const archive = path.join(folder, packed.filename);
  execFileSync(
    'tar',
    ['xzf', archive, '--strip-components=1', 'package/.jsii'],
    {
      cwd: folder,
    },
  );
  fs.rmSync(archive);
}
