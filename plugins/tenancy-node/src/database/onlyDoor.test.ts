import { ESLint } from 'eslint';
import path from 'node:path';

jest.setTimeout(60_000);

const root = path.resolve(__dirname, '../../../..');
const SERVICE = 'plugins/sites-backend/src/services/example.ts';

/** The rules that a text breaks as a file of the repository. */
async function lint(text: string, filePath = SERVICE): Promise<string[]> {
  const eslint = new ESLint({ cwd: root });
  const [result] = await eslint.lintText(text, {
    filePath: path.join(root, filePath),
  });
  return result.messages.flatMap(({ ruleId, message }) =>
    message.includes('TenantDatabase') ? [String(ruleId)] : [],
  );
}

describe('lint keeps TenantDatabase the only door to tables', () => {
  it.each([
    [
      'a call',
      'export const read = async (database: any) => (await database.getClient())("sites");\n',
    ],
    [
      'an index',
      'export const read = async ({ database }: any) => database["getClient"]();\n',
    ],
    [
      'destructuring',
      'export const read = async (database: any) => { const { getClient } = database; return getClient(); };\n',
    ],
  ])('by refusing the plain client, taken by %s', async (_how, text) => {
    expect(await lint(text)).toEqual(['no-restricted-properties']);
  });

  it.each([
    [
      'knex',
      "import createKnex from 'knex';\n\nexport const connect = () => createKnex({});\n",
    ],
    [
      'pg',
      "import { Client } from 'pg';\n\nexport const connect = () => new Client();\n",
    ],
  ])('by refusing own connections, made with %s', async (_library, text) => {
    expect(await lint(text)).toEqual([
      '@typescript-eslint/no-restricted-imports',
    ]);
  });

  it('and lets types, tests, migrations and the door itself be', async () => {
    const client =
      'export const read = async (database: any) => database.getClient();\n';
    expect(
      await lint(
        "import type { Knex } from 'knex';\n\nexport type K = Knex;\n",
      ),
    ).toEqual([]);
    for (const file of [
      'plugins/sites-backend/src/plugin.test.ts',
      'plugins/sites-backend/src/__testUtils__/start.ts',
      'plugins/sites-backend/src/database/migrate.ts',
      'plugins/tenancy-node/src/database/TenantDatabase.ts',
    ]) {
      expect([file, await lint(client, file)]).toEqual([file, []]);
    }
  });
});
