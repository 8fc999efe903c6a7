import {
  createMockDirectory,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import fs from 'node:fs/promises';
import path from 'node:path';
import { focusCsv, usage } from '../__testUtils__/focusCsv';
import { startCostsBackend } from '../__testUtils__/startCostsBackend';
import { KeptFilesStore } from '../database/KeptFilesStore';
import { FileKeeper } from './FileKeeper';
import { ImportFiles } from './ImportFiles';

jest.setTimeout(60_000);

describe('files of imports', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const folder = createMockDirectory();

  beforeEach(() => folder.clear());

  const setUp = async () => {
    const backend = await startCostsBackend(
      await databases.init('POSTGRES_18'),
      { dataDirectory: folder.path },
    );
    const keeperIn = async (later: { months?: number; hours?: number }) => {
      const now = new Date();
      now.setUTCMonth(now.getUTCMonth() + (later.months ?? 0));
      now.setUTCHours(now.getUTCHours() + (later.hours ?? 0));
      return FileKeeper.create({
        database: backend.database,
        files: await ImportFiles.create(folder.path),
        keptFiles: new KeptFilesStore(),
        keepMonths: 13,
        logger: mockServices.logger.mock(),
        now: () => now,
      });
    };
    const bringIn = async (cost: string, mode?: 'add') => {
      const { importId } = await backend.bringIn(
        focusCsv([usage({ BilledCost: cost })]),
        { mode },
      );
      return importId as string;
    };
    return { backend, bringIn, keeperIn };
  };
  const kept = async () =>
    (await fs.readdir(path.join(folder.path, 'imports'))).sort();

  it('are removed when no month in force needs them, after their time', async () => {
    const { backend, bringIn, keeperIn } = await setUp();
    const replaced = await bringIn('1');
    const whole = await bringIn('2');
    const added = await bringIn('3', 'add');
    const failed = (await backend.bringIn('no export')).importId;
    await (await keeperIn({ months: 12 })).tidy();
    expect(await kept()).toEqual([replaced, whole, added, failed].sort());
    await (await keeperIn({ months: 14 })).tidy();
    expect(await kept()).toEqual([whole, added].sort());
    await backend.stop();
  });

  it('are kept for a while after they were replaced, too', async () => {
    const { backend, bringIn, keeperIn } = await setUp();
    const old = await bringIn('1');
    await backend.database.transaction('default', trx =>
      trx('cost_imports')
        .where({ import_id: old })
        .update({ finished_at: '2020-01-01' }),
    );
    const newer = await bringIn('2');
    await (await keeperIn({})).tidy();
    expect(await kept()).toEqual([old, newer].sort());
    await backend.stop();
  });

  it('are swept when a process was killed before it knew of them', async () => {
    const { backend, bringIn, keeperIn } = await setUp();
    const whole = await bringIn('1');
    const upload = path.join(folder.path, 'uploads', 'upload-broken-off');
    const orphan = path.join(folder.path, 'imports', 'imp_never-committed');
    await fs.writeFile(upload, 'half a fi');
    await fs.writeFile(orphan, 'a file');
    await (await keeperIn({})).sweep();
    await expect(fs.access(upload)).resolves.toBeUndefined();
    await (await keeperIn({ hours: 2 })).sweep();
    await expect(fs.access(upload)).rejects.toThrow('ENOENT');
    expect(await kept()).toEqual([whole]);
    await backend.stop();
  });
});
