import type { Session } from '../http/Session.ts';
import type { CostQuestion } from './costQueries.ts';
import { type Figure, milliseconds, percentile } from './figures.ts';
import type { AskDuckDb } from './withDuckDb.ts';

const ROUNDS_OF_CLIENT = 15;

/** Asks every question, as a customer and as staff over all. */
export async function askCosts(
  questions: CostQuestion[],
  asker: { owner: Session; finance: Session; duckDb: AskDuckDb },
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const question of questions) {
    const { duckDb, goals, path, what } = question;
    const alone = duckDb ? await asker.duckDb(duckDb) : undefined;
    for (const [who, session, goal] of [
      ['a customer', asker.owner, goals.customer],
      ['staff over all', asker.finance, goals.staff],
    ] as const) {
      if (goal === undefined) {
        continue;
      }
      const times = await askAtOnce(session, path, goals.clients);
      const [p50, p95] = [0.5, 0.95].map(share => percentile(times, share));
      figures.push({
        what: `${who}: ${what}${goals.clients > 1 ? ` (${goals.clients} clients)` : ''}`,
        measured: `p50 ${milliseconds(p50)}, p95 ${milliseconds(p95)}`,
        ...(alone !== undefined &&
          session === asker.finance && {
            comparedWith: `DuckDB, once: ${milliseconds(alone)}`,
          }),
        goal: `p95 under ${goal} ms`,
        reached: p95 < goal,
      });
    }
  }
  return figures;
}

async function askAtOnce(
  session: Session,
  path: string,
  clients: number,
): Promise<number[]> {
  await session.json({ path });
  const times: number[] = [];
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let round = 0; round < ROUNDS_OF_CLIENT; round++) {
        const begun = performance.now();
        await session.json({ path });
        times.push(performance.now() - begun);
      }
    }),
  );
  return times;
}
