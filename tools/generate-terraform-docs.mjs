// Makes the README.md of each module and stack from its Terraform files: what
// it is (the comment main.tf begins with), its inputs and its outputs.
// `--check` writes nothing and fails when a document is stale.
import fs from 'node:fs';
import path from 'node:path';
import * as prettier from 'prettier';
import { readTerraformModules } from './clouds/terraformModules.ts';

const root = path.resolve(import.meta.dirname, '..');
const terraform = path.join(root, 'terraform');
const check = process.argv.includes('--check');

for (const module of await readTerraformModules(terraform)) {
  const folder = path.join(terraform, module.name);
  const file = path.join(folder, 'README.md');
  const text = await prettier.format(document(module, folder), {
    ...(await prettier.resolveConfig(file)),
    filepath: file,
  });
  if (!check) {
    fs.writeFileSync(file, text);
  } else if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text) {
    console.error(
      `terraform/${module.name}/README.md is stale: run node tools/generate-terraform-docs.mjs`,
    );
    process.exitCode = 1;
  }
}

/**
 * @param {import('./clouds/terraformModules.ts').TerraformModule} module
 * @param {string} folder
 */
function document({ name, files }, folder) {
  const inputs = files.flatMap(({ blocks }) =>
    Object.entries(blocks.variable ?? {}).map(([input, [body]]) => [
      code(input),
      code(plain(body?.type)),
      body && 'default' in body
        ? code(JSON.stringify(body.default))
        : 'required',
      plain(body?.description),
    ]),
  );
  const outputs = files.flatMap(({ blocks }) =>
    Object.entries(blocks.output ?? {}).map(([output, [body]]) => [
      code(output),
      plain(body?.description),
    ]),
  );
  return `<!-- Generated from the Terraform files beside it by tools/generate-terraform-docs.mjs. Do not edit. -->

# ${path.basename(name)}

${introduction(path.join(folder, 'main.tf'))}

## Inputs

${table(['Name', 'Type', 'Default', 'What it is'], inputs)}

## Outputs

${table(['Name', 'What it is'], outputs)}
`;
}

/** @param {string} file */
function introduction(file) {
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  const end = lines.findIndex(line => !line.startsWith('#'));
  return lines
    .slice(0, end)
    .map(line => line.replace(/^# ?/, ''))
    .join('\n')
    .replaceAll('<', '&lt;');
}

/**
 * @param {string[]} head
 * @param {string[][]} rows
 */
function table(head, rows) {
  const sorted = [...rows].sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
  return [head, head.map(() => '---'), ...sorted]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');
}

/**
 * An expression stands in \${} once parsed.
 *
 * @param {unknown} value
 */
function plain(value) {
  return String(value ?? '')
    .replace(/^\$\{([\s\S]*)\}$/, '$1')
    .replace(/\{\s*\n\s*/g, '{ ')
    .replace(/\s*\n\s*\}/g, ' }')
    .replace(/\s*\n\s*/g, ', ')
    .replace(/ +/g, ' ')
    .replaceAll('|', '\\|');
}

/** @param {string} text */
function code(text) {
  return `\`${text}\``;
}
