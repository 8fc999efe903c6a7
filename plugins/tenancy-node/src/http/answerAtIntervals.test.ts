import { setTimeout } from 'node:timers/promises';
import { answerAtIntervals } from './answerAtIntervals';

describe('answerAtIntervals', () => {
  const time = async (work: () => Promise<unknown>) => {
    const startedAt = performance.now();
    await answerAtIntervals(100, work).catch(() => undefined);
    // Timers may fire a little early.
    return performance.now() - startedAt + 2;
  };

  it('answers quick work at the end of the first interval', async () => {
    expect(await time(async () => 'at once')).toBeGreaterThanOrEqual(100);
  });

  it('answers a failure no earlier', async () => {
    const took = await time(async () => {
      throw new Error('wrong');
    });
    expect(took).toBeGreaterThanOrEqual(100);
  });

  it('answers longer work at the end of a later interval', async () => {
    expect(await time(() => setTimeout(130))).toBeGreaterThanOrEqual(200);
  });

  it('hands on the result and the error', async () => {
    await expect(answerAtIntervals(1, async () => 7)).resolves.toBe(7);
    await expect(
      answerAtIntervals(1, async () => {
        throw new Error('wrong');
      }),
    ).rejects.toThrow('wrong');
  });
});
