// Makes, from each plugins/*/src/schema/openapi.yaml,
//   plugins/<id>-backend/src/schema/openapi.generated.ts  the document, for the validated router
//   plugins/<id>-common/src/api.generated.ts              its types, for clients
// `--check` writes nothing and fails when one of them is stale.
import fs from 'node:fs';
import path from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import * as prettier from 'prettier';
import YAML from 'yaml';

const root = path.resolve(import.meta.dirname, '..');
const check = process.argv.includes('--check');
const header =
  '// Generated from schema/openapi.yaml by tools/generate-api.mjs. Do not edit.\n';
const style = {
  ...(await prettier.resolveConfig(path.join(root, 'package.json'))),
  parser: 'typescript',
};

const outputs = new Map();
for (const folder of fs.readdirSync(path.join(root, 'plugins'))) {
  const source = path.join(root, 'plugins', folder, 'src/schema/openapi.yaml');
  if (!fs.existsSync(source)) continue;
  const document = YAML.parse(fs.readFileSync(source, 'utf8'));
  outputs.set(
    path.join(root, 'plugins', folder, 'src/schema/openapi.generated.ts'),
    `export const spec = ${JSON.stringify(withOwnParameters(document))} as const;`,
  );
  outputs.set(
    path.join(
      root,
      'plugins',
      folder.replace(/-backend$/, '-common'),
      'src/api.generated.ts',
    ),
    astToString(await openapiTS(document, { alphabetize: false })),
  );
}

// The router's types read the parameters of operations only, so those that a
// path shares among its operations are handed down to each.
function withOwnParameters(document) {
  const paths = Object.entries(document.paths).map(
    ([name, { parameters = [], ...operations }]) => [
      name,
      Object.fromEntries(
        Object.entries(operations).map(([method, operation]) => [
          method,
          {
            ...operation,
            parameters: [...parameters, ...(operation.parameters ?? [])],
          },
        ]),
      ),
    ],
  );
  return { ...document, paths: Object.fromEntries(paths) };
}

let stale = 0;
for (const [file, text] of outputs) {
  const wanted = await prettier.format(header + text, style);
  const current = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
  if (current === wanted) continue;
  stale += 1;
  const name = path.relative(root, file);
  if (check) {
    console.error(`${name} is stale: run node tools/generate-api.mjs`);
  } else {
    fs.writeFileSync(file, wanted);
    console.log(`wrote ${name}`);
  }
}
if (check && stale > 0) process.exit(1);
