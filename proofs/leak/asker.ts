import type { World } from '../seed/World.ts';
import type { Probe } from './Probe.ts';

const places = ['foreign', 'unknown'] as const;
export type Place = (typeof places)[number];

/** What to ask about one customer's things, and the names it sends. */
export interface Question {
  query?: Record<string, string>;
  body?: unknown;
  /** For `:taskId` in the path. */
  taskId?: string;
  sent: string[];
}

/** Makes the same question about what is foreign and what doesn't exist. */
export function asker(world: World) {
  return (
    method: string,
    path: string,
    title: string,
    question: (place: Place, world: World) => Question,
  ): Probe[] =>
    places.map(place => {
      const { query, body, taskId = '', sent } = question(place, world);
      const search = query ? `?${new URLSearchParams(query)}` : '';
      return {
        route: `${method} ${path}`,
        title: `${title}: ${place}`,
        group: title,
        sent: [...sent, ...sent.map(encodeURIComponent)],
        call: {
          method,
          path: path.replace(':taskId', taskId) + search,
          body,
          patienceMs: 5000,
        },
      };
    });
}
