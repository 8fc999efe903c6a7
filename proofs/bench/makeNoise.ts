import { setTimeout as sleep } from 'node:timers/promises';
import type { Session } from '../http/Session.ts';
import type { Call } from '../http/request.ts';

export interface Noise {
  passed: number;
  refused: number;
}

/**
 * Sends on time, whether answers come or not, as many programs would: evenly
 * spread, over all sessions in turn.
 *
 * @returns how many were answered how, once `signal` ended it
 */
export async function makeNoise(
  sessions: Session[],
  call: Call,
  perMinute: number,
  signal: AbortSignal,
): Promise<Noise> {
  const noise: Noise = { passed: 0, refused: 0 };
  const open = new Set<Promise<void>>();
  const begun = performance.now();
  for (let sent = 0; !signal.aborted; sent++) {
    const answered = sessions[sent % sessions.length]
      .call(call)
      .then(({ status }) => {
        noise[status === 429 ? 'refused' : 'passed'] += 1;
      })
      .finally(() => open.delete(answered));
    open.add(answered);
    const due = begun + ((sent + 1) * 60_000) / perMinute;
    await sleep(Math.max(0, due - performance.now()));
  }
  await Promise.all(open);
  return noise;
}
