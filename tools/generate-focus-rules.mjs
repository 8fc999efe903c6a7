// Makes the rules that the conformance report of an import goes by, from the
// FOCUS texts as data:
//
//   node tools/generate-focus-rules.mjs <folder of the rules> [--check]
//
// The folder holds model-1.2.json (finopsfoundation/focus_validator, MIT), its
// errata-overlay-1.2.json, currency_codes.csv and focus-1.4-model/
// (guymano/focus-data-toolkit, after the FOCUS 1.4 workbook, CC BY 4.0). It is
// no part of the repository; what is made of it is.
// `--check` writes nothing and fails when a file is stale.
import fs from 'node:fs';
import path from 'node:path';
import { rules12 } from './focus/rules12.mjs';
import { columnVersions, rules14 } from './focus/rules14.mjs';

const [folder] = process.argv.slice(2).filter(word => !word.startsWith('--'));
if (!folder) {
  throw new Error(
    'Say where the FOCUS rules are: generate-focus-rules.mjs <folder>',
  );
}
const target = path.resolve(
  import.meta.dirname,
  '../plugins/costs-backend/src/conformance/generated',
);

/** @param {string} name */
const text = name => fs.readFileSync(path.join(folder, name), 'utf8');
/** @param {string} name */
const json = name => JSON.parse(text(name));

const model14 = json('focus-1.4-model/focus_1_4_model.json');
const schemas = Object.fromEntries(
  [
    'AllocatedMethodDetails',
    'CommitmentProgramEligibilityDetails',
    'ContractApplied',
  ].map(column => [
    column,
    json(`focus-1.4-model/${column.toLowerCase()}objectschema.json`),
  ]),
);
const licence = 'CC BY 4.0, FinOps Foundation (https://focus.finops.org)';
const generated = 'Made by tools/generate-focus-rules.mjs. Do not edit.';

const files = {
  'focusRules12.json': {
    generated,
    version: '1.2',
    source:
      'FOCUS 1.2 requirements model of finopsfoundation/focus_validator (MIT), with the errata overlay and the corrections of tools/focus/corrections.mjs',
    licence,
    rules: rules12(json('model-1.2.json'), json('errata-overlay-1.2.json')),
  },
  'focusRules14.json': {
    generated,
    version: '1.4',
    source:
      'FOCUS 1.4 Data Model workbook and JSON object schemas, as extracted by guymano/focus-data-toolkit (MIT)',
    licence,
    rules: rules14(model14, schemas),
  },
  'focusColumns.json': {
    generated,
    source:
      'FOCUS 1.4 Data Model workbook; ProviderName and PublisherName: FOCUS 1.3',
    licence,
    columns: columnVersions(model14),
  },
  'nationalCurrencies.json': {
    generated,
    source:
      'currency_codes.csv of finopsfoundation/focus_validator (MIT): ISO 4217',
    codes: text('currency_codes.csv')
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map(line => line.split(',')[1])
      .sort(),
  },
};

let stale = false;
for (const [name, content] of Object.entries(files)) {
  const file = path.join(target, name);
  const made = oneEntryPerLine(content);
  if (!process.argv.includes('--check')) {
    fs.writeFileSync(file, made);
  } else if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== made) {
    console.error(`${name} is stale: run tools/generate-focus-rules.mjs`);
    stale = true;
  }
}
process.exitCode = stale ? 1 : 0;

/** @param {Record<string, unknown>} content */
function oneEntryPerLine(content) {
  const parts = Object.entries(content).map(([key, value]) => {
    const lines = Array.isArray(value) && typeof value[0] === 'object';
    return `  ${JSON.stringify(key)}: ${
      lines
        ? `[\n${value.map(item => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]`
        : JSON.stringify(value)
    }`;
  });
  return `{\n${parts.join(',\n')}\n}\n`;
}
