import path from 'node:path';
import { describeSharedData, filesOf } from '../__testUtils__/sharedData';
import { readCharges } from '../__testUtils__/readCharges';
import type { ReadCharges } from '../__testUtils__/readCharges';

describeSharedData('published FOCUS files', folder => {
  let read: ReadCharges | undefined;
  afterEach(async () => {
    await read?.workspace.close();
    read = undefined;
  });

  it('reads every row of the FOCUS 1.0 sample', async () => {
    read = await readCharges(
      path.join(folder, 'focus-1.0-sample', 'focus_sample_dev.csv'),
    );
    expect(read.format.id).toBe('focus-1-0');
    expect(
      await read.workspace.rows('select * from rejected_rows limit 3'),
    ).toEqual([]);
    expect(read).toMatchObject({ rows: 500, accepted: 500, rejected: 0 });
  });

  it.each(
    filesOf(path.join(folder, 'focus-1.2-1.3-synthetic'), /_1_[23]_.*\.csv$/),
  )('reads every row of %s', async name => {
    read = await readCharges(
      path.join(folder, 'focus-1.2-1.3-synthetic', name),
    );
    expect(
      await read.workspace.rows('select * from rejected_rows limit 3'),
    ).toEqual([]);
    expect(read.format.id).toBe(
      name.includes('_1_2_') ? 'focus-1-2' : 'focus-1-3',
    );
    expect(read.accepted).toBe(25);
  });
});
