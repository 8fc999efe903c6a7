import {
  type Benchmark,
  type Figure,
  median,
  milliseconds,
} from '../bench/figures.ts';
import type { ChaosOutcome } from './ChaosTrial.ts';

/** What the trials of two replicas came to. */
export function chaosFigures(
  outcomes: ChaosOutcome[],
  seed: number,
): Benchmark {
  return {
    title: 'Two backends killed at random',
    method: `Two backend processes on one database, \`kill -9\` of either at random moments while it runs something, and left dead for up to eight seconds, during orders, changes, deletions and retries on the local stack, of which a fifth is cancelled, some by force (seed ${seed}). One customer orders ${outcomes.map(({ plan }) => plan.ofBusy).join(' and ')} sites at the very beginning. On two machines each has a folder of runs of its own; on one they share it. After it nothing may be left (processes, locks, run folders, unsent messages), no deployment may have applied twice (versions and serials of the states, a journal of every publishing), every end must be on the record and told once, every site open or gone as the portal says; then what was cancelled is retried, and everything is looked at again. Each process runs one deployment at a time, and publishing takes four seconds longer than usual.`,
    figures: outcomes.flatMap(outcomeFigures),
  };
}

function outcomeFigures(outcome: ChaosOutcome): Figure[] {
  const { plan, kills, ends, recovered, firsts, faults } = outcome;
  const where = plan.isOneMachine ? 'one machine' : 'two machines';
  const total = Object.values(ends).reduce((sum, count) => sum + count, 0);
  const waits = firsts.map(({ waitedMs }) => waitedMs);
  const sum = (what: 'planning' | 'applying') =>
    kills.reduce((count, kill) => count + kill[what], 0);
  return [
    {
      what: `${where}: deployments of ${plan.customers} customers that ended otherwise than is true, or left anything`,
      measured: `${faults.length} of ${total}`,
      goal: 'none',
      reached: faults.length === 0,
    },
    {
      what: `${where}: kills, and what they hit`,
      measured: `${kills.length}: ${sum('planning')} planning, ${sum('applying')} applying`,
    },
    {
      what: `${where}: recovered while planning, while applying, with a state that Terraform could not save`,
      measured: `${recovered.planning}, ${recovered.applying}, ${recovered.unsavedStates}`,
    },
    {
      what: `${where}: ends`,
      measured: Object.entries(ends)
        .map(([state, count]) => `${count} ${state}`)
        .join(', '),
    },
    {
      what: `${where}: retried in calm, all well`,
      measured: `${outcome.mended}`,
    },
    {
      what: `${where}: first order of each other customer waited, median and longest`,
      measured: `${milliseconds(median(waits))}, ${milliseconds(Math.max(...waits))}`,
      comparedWith: `${milliseconds(outcome.lastOfBusyMs)} for the last of the busy one`,
    },
    {
      what: `${where}: orders of the busy one that began before such a first one, at most`,
      measured: `${Math.max(...firsts.map(({ overtakenBy }) => overtakenBy))}`,
      goal: 'at most 2',
      reached: firsts.every(({ overtakenBy }) => overtakenBy <= 2),
    },
    {
      what: `${where}: took, kills and restarts included`,
      measured: `${Math.round(outcome.tookMs / 1_000)} s`,
    },
  ];
}
