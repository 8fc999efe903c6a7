import { isFinal, type DeploymentState } from '@freehold/plugin-sites-common';
import type { Deployment } from '../api';

/** What people follow a deployment by. `live` is its end: up, or gone. */
export const phases = [
  'queued',
  'planning',
  'checks',
  'approval',
  'applying',
  'live',
] as const;
export type Phase = (typeof phases)[number];

export type PhaseStatus =
  'done' | 'current' | 'todo' | 'skipped' | 'failed' | 'cancelled';

export interface PhaseProgress {
  phase: Phase;
  status: PhaseStatus;
  /** When it was last entered, ISO 8601. */
  at?: string;
  /** How long it took; absent while it lasts and for moments. */
  durationMs?: number;
}

type Progressing = Pick<Deployment, 'state' | 'steps' | 'checks' | 'approval'>;

/** Where a deployment stands, phase by phase. */
export function deploymentProgress(deployment: Progressing): PhaseProgress[] {
  const reached = phases.indexOf(reachedPhase(deployment));
  return phases.map((phase, index) => {
    const status = phaseStatus(deployment, phase, index, reached);
    return status === 'todo' || status === 'skipped'
      ? { phase, status }
      : { phase, status, ...phaseTimes(deployment, phase) };
  });
}

/** The phase a deployment is in, or ended in. */
export function reachedPhase(deployment: Progressing): Phase {
  const { state, steps, checks, approval } = deployment;
  if (state === 'succeeded') return 'live';
  const last = isFinal(state)
    ? (steps.findLast(step => !isFinal(step.state))?.state ?? 'queued')
    : state;
  switch (last) {
    case 'planning':
      return checks?.some(({ effect }) => effect === 'deny')
        ? 'checks'
        : 'planning';
    case 'awaiting-approval':
      return 'approval';
    case 'applying':
      return 'applying';
    default:
      // An approved plan is queued again for its apply.
      return approval?.decision === 'approved' ? 'applying' : 'queued';
  }
}

function phaseStatus(
  deployment: Progressing,
  phase: Phase,
  index: number,
  reached: number,
): PhaseStatus {
  if (index > reached) return 'todo';
  if (index < reached) {
    return phase === 'approval' && !visited(deployment, 'awaiting-approval')
      ? 'skipped'
      : 'done';
  }
  switch (deployment.state) {
    case 'succeeded':
      return 'done';
    case 'failed':
    case 'cancelled':
      return deployment.state;
    default:
      return 'current';
  }
}

const stateOf: Record<Exclude<Phase, 'checks'>, DeploymentState> = {
  queued: 'queued',
  planning: 'planning',
  approval: 'awaiting-approval',
  applying: 'applying',
  live: 'succeeded',
};

function phaseTimes(
  { steps }: Progressing,
  phase: Phase,
): Pick<PhaseProgress, 'at' | 'durationMs'> {
  if (phase === 'checks') {
    const planned = steps.findLastIndex(step => step.state === 'planning');
    return { at: steps[planned + 1]?.at };
  }
  const state = stateOf[phase];
  const entered = steps.findLastIndex(step => step.state === state);
  const at = steps[entered]?.at;
  const left = steps[entered + 1]?.at;
  return {
    at,
    durationMs: at && left ? Date.parse(left) - Date.parse(at) : undefined,
  };
}

function visited({ steps }: Progressing, state: DeploymentState): boolean {
  return steps.some(step => step.state === state);
}
