import type { World } from '../seed/World.ts';
import { asker } from './asker.ts';
import type { Probe } from './Probe.ts';

const NOTIFICATIONS = '/api/notifications';

/** What one could ask about notifications of others: by id, by text, in bulk. */
export function notificationProbes(world: World): Probe[] {
  const ask = asker(world);
  const byId = ['/:id', '/notifications/:id'].flatMap(path =>
    ask('GET', `${NOTIFICATIONS}${path}`, 'a notification', place => ({
      sent: [world[place].notification],
    })),
  );
  const changes = ['/update', '/notifications/update'].flatMap(path =>
    ask('POST', `${NOTIFICATIONS}${path}`, 'marks as read', place => ({
      body: { ids: [world[place].notification], read: true },
      sent: [world[place].notification],
    })),
  );
  return [
    ...byId.map(fillId),
    ...changes,
    ...ask('GET', `${NOTIFICATIONS}/`, 'notifications by text', place => ({
      query: { search: world[place].word },
      sent: [world[place].word],
    })),
  ];
}

function fillId(probe: Probe): Probe {
  const path = probe.call.path.replace(':id', probe.sent[0]);
  return { ...probe, call: { ...probe.call, path } };
}
