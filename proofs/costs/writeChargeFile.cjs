// Run with Backstage's transform, since the generator is the plugin's own:
// writes a file of demo charges. Arguments: the file, and what it is made of.
const fs = require('node:fs');
const { Readable } = require('node:stream');
const { pipeline } = require('node:stream/promises');
const {
  DEMO_PROVIDERS,
  writeChargeFile,
} = require('../../plugins/costs-backend/src/demo');

const [file, json] = process.argv.slice(2);
const { provider, months, ...rest } = JSON.parse(json);

pipeline(
  Readable.from(
    writeChargeFile(
      months.map(month => ({
        ...rest,
        month,
        provider: DEMO_PROVIDERS.find(({ name }) => name === provider),
      })),
    ),
  ),
  fs.createWriteStream(file),
);
