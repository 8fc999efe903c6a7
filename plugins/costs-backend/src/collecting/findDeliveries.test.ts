import { findDeliveries, findFiles } from './findDeliveries';
import type { PlacedFile } from './Place';

const file = (path: string, day: number): PlacedFile => ({
  path,
  bytes: 10,
  modifiedAt: new Date(Date.UTC(2026, 9, day)),
  stamp: `${day}`,
});
const found = (...files: PlacedFile[]) =>
  findDeliveries(files).map(({ files: parts, name }) => [
    name,
    ...parts.map(it => it.path),
  ]);

describe('what is brought in of a place', () => {
  it('is the newest export of each month, oldest first', () => {
    expect(
      found(
        file('focus-2026-09.csv', 20),
        file('2026-08.parquet', 3),
        file('focus-2026-09-restated.csv.gz', 21),
      ),
    ).toEqual([
      ['2026-08', '2026-08.parquet'],
      ['2026-09', 'focus-2026-09-restated.csv.gz'],
    ]);
  });

  it('is all files of the newest folder, where a folder names the month', () => {
    expect(
      found(
        file('data/BILLING_PERIOD=2026-09/b-00002.csv.gz', 20),
        file('data/BILLING_PERIOD=2026-09/b-00001.csv.gz', 20),
        file('report/20260801-20260901/run-1/part-1.csv', 3),
        file('report/20260801-20260901/run-2/part-1.csv', 5),
        file('report/20260801-20260901/run-2/part-0.csv', 4),
      ),
    ).toEqual([
      [
        '2026-08',
        'report/20260801-20260901/run-2/part-0.csv',
        'report/20260801-20260901/run-2/part-1.csv',
      ],
      [
        '2026-09',
        'data/BILLING_PERIOD=2026-09/b-00001.csv.gz',
        'data/BILLING_PERIOD=2026-09/b-00002.csv.gz',
      ],
    ]);
  });

  it('is each file that names no month', () => {
    expect(found(file('export-20261103.csv', 4), file('bill.csv', 2))).toEqual([
      ['bill.csv', 'bill.csv'],
      ['export-20261103.csv', 'export-20261103.csv'],
    ]);
  });

  it('is every file where all are to be added', () => {
    const days = [file('2026-09-02.csv', 3), file('2026-09-01.csv', 2)];
    expect(findFiles(days).map(({ name }) => name)).toEqual([
      '2026-09-01.csv',
      '2026-09-02.csv',
    ]);
  });

  it('is nothing that is hidden, empty or no export', () => {
    expect(
      found(
        file('2026-09/manifest.json', 1),
        file('.tmp/2026-09.csv', 1),
        file('2026-09/.part.csv', 1),
        { ...file('2026-09.csv', 1), bytes: 0 },
      ),
    ).toEqual([]);
  });
});
