import { setTimeout } from 'node:timers/promises';

/**
 * Runs `work` and hands on its result or error only at a multiple of
 * `intervalMs` after the start, so that small differences in the work cannot be
 * seen from outside.
 */
export async function answerAtIntervals<T>(
  intervalMs: number,
  work: () => Promise<T>,
): Promise<T> {
  const startedAt = performance.now();
  try {
    return await work();
  } finally {
    const tookMs = performance.now() - startedAt;
    const intervals = Math.max(1, Math.ceil(tookMs / intervalMs));
    await setTimeout(Math.ceil(intervals * intervalMs - tookMs));
  }
}
