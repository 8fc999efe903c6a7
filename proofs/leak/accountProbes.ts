import type { World } from '../seed/World.ts';
import { asker } from './asker.ts';
import type { Probe } from './Probe.ts';

/** What people ask about their own account, which their cookie answers for. */
export function accountProbes(world: World): Probe[] {
  const ask = asker(world);
  const account = '/api/auth/local';
  const ended = ask(
    'DELETE',
    `${account}/sessions/:sessionId`,
    'ends a session',
    place => ({ sent: [world[place].session] }),
  ).map(probe => {
    const [sessionId] = probe.sent;
    const path = probe.call.path.replace(':sessionId', sessionId);
    return { ...probe, call: { ...probe.call, path } };
  });
  return [
    ...ask('GET', `${account}/sessions`, 'sessions', () => ({ sent: [] })),
    ...ask('GET', `${account}/security`, 'security', () => ({ sent: [] })),
    ...ended,
  ].map(probe => ({ ...probe, withCookie: true }));
}
