// Makes, from each plugins/*/src/schema/openapi.yaml,
//   plugins/<id>-backend/src/schema/openapi.generated.ts  the document, for the validated router
//   plugins/<id>-common/src/api.generated.ts              its types, for clients
// and from all of them catalog/apis.generated.yaml, their entities.
// `--check` writes nothing and fails when one of them is stale.
import fs from 'node:fs';
import path from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import * as prettier from 'prettier';
import YAML from 'yaml';

const root = path.resolve(import.meta.dirname, '..');
const check = process.argv.includes('--check');
const notice =
  'Generated from schema/openapi.yaml by tools/generate-api.mjs. Do not edit.';
const style = await prettier.resolveConfig(path.join(root, 'package.json'));

const outputs = new Map();
const apis = [];
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
  apis.push(toEntity(document, folder));
}
outputs.set(
  path.join(root, 'catalog/apis.generated.yaml'),
  apis.map(entity => YAML.stringify(entity)).join('---\n'),
);

/** @param {any} document @param {string} folder */
function toEntity(document, folder) {
  const { title: name, description } = document.info;
  const mount = folder.replace('-backend-module-', '/').replace('-backend', '');
  const servers = [{ url: `/api/${mount}` }];
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: { name, description: description.trim() },
    spec: {
      type: 'openapi',
      lifecycle: 'production',
      owner: 'group:default/staff',
      system: 'portal',
      definition: YAML.stringify({ ...document, servers }),
    },
  };
}

// The router's types read the parameters of operations only, so those that a
// path shares among its operations are handed down to each.
/** @param {any} document */
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
  const comment = file.endsWith('.yaml') ? '#' : '//';
  const wanted = await prettier.format(`${comment} ${notice}\n${text}`, {
    ...style,
    filepath: file,
  });
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
