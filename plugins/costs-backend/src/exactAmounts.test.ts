import { ESLint } from 'eslint';
import fs from 'node:fs';
import path from 'node:path';

jest.setTimeout(60_000);

const root = path.resolve(__dirname, '../../..');

/** How often a text loses digits of amounts, as a file of the repository. */
async function countLosses(text: string, filePath: string): Promise<number> {
  const eslint = new ESLint({ cwd: root });
  const [result] = await eslint.lintText(text, {
    filePath: path.join(root, filePath),
  });
  return result.messages.filter(({ message }) =>
    message.startsWith('An amount would lose digits'),
  ).length;
}

const PLACES = [
  'plugins/costs-backend/src/services/example.ts',
  'plugins/costs-node/src/example.ts',
  'plugins/costs-common/src/example.ts',
];

describe('lint keeps amounts exact', () => {
  it.each([
    ['Number()', 'export const read = (cost: string) => Number(cost);'],
    ['parseFloat', 'export const read = (cost: string) => parseFloat(cost);'],
    [
      'Number.parseFloat',
      'export const read = (cost: string) => Number.parseFloat(cost);',
    ],
    ['a plus sign', 'export const read = (cost: string) => +cost;'],
    ['a decimal’s number', 'export const read = (it: any) => it.toNumber();'],
    ['a cast of DuckDB', "export const sql = 'select cost::double from it';"],
    [
      'a cast of PostgreSQL',
      // eslint-disable-next-line no-template-curly-in-string -- it is linted as source
      'export const sql = (it: string) => `select cast(${it} as double precision)`;',
    ],
    ['a float', "export const sql = 'select sum(cost::float8) from it';"],
  ])('from %s', async (_what, text) => {
    for (const place of PLACES) {
      expect([place, await countLosses(text, place)]).toEqual([place, 1]);
    }
  });

  // The presets for React do not load within Jest.
  it('in the pages by the same rules', () => {
    const configOf = (plugin: string) =>
      fs.readFileSync(
        path.join(root, 'plugins', plugin, '.eslintrc.js'),
        'utf8',
      );
    const rules = "require('../../tools/eslint/exactAmounts.cjs')";
    expect(configOf('costs')).toContain(rules);
    expect(configOf('costs-backend')).toContain(rules);
  });

  it('and lets counts, decimals and texts be', async () => {
    const text = `
      export const count = (rows: string) => parseInt(rows, 10);
      export const words = 'the real cost is a double one';
      export const sql = 'select sum(cost::decimal(38, 18))::text';
    `;
    for (const place of PLACES) {
      expect([place, await countLosses(text, place)]).toEqual([place, 0]);
    }
  });
});
