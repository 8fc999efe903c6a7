import { createMockDirectory } from '@backstage/backend-test-utils';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import { identifyPlace } from './runPlace';
import { createWorkerId, isKnownDead, isOfSamePlace } from './workerIdentity';

describe('workers', () => {
  const directory = createMockDirectory();
  const runs = () => directory.resolve('runs');

  it('of one folder of runs know each other, whatever their hosts are called', () => {
    const place = identifyPlace(runs());
    const worker = createWorkerId(place);
    const before = worker.replace(os.hostname(), 'container-before');
    expect(isOfSamePlace(worker, before)).toBe(true);
    expect(isOfSamePlace(worker, createWorkerId(identifyPlace(runs())))).toBe(
      true,
    );
  });

  it('of a folder that was lost and made anew are strangers to the former ones', async () => {
    const former = createWorkerId(identifyPlace(runs()));
    await fs.rm(runs(), { recursive: true });
    expect(isOfSamePlace(former, createWorkerId(identifyPlace(runs())))).toBe(
      false,
    );
  });

  it('of before folders had names are strangers to all', () => {
    const former = createWorkerId('').split('/').slice(0, 3).join('/');
    expect(isOfSamePlace(former, former)).toBe(false);
  });

  it('are known to be dead on this host only', () => {
    const worker = createWorkerId('place');
    const [host, , birth] = worker.split('/');
    const noProcess = `99999999/${birth}/place`;
    expect(isKnownDead(worker)).toBe(false);
    expect(isKnownDead(`${host}/${noProcess}`)).toBe(true);
    expect(isKnownDead(`elsewhere/${noProcess}`)).toBe(false);
  });
});
