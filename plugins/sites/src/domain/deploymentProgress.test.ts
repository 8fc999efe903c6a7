import { deployment } from '../__testUtils__/samples';
import { deploymentProgress, reachedPhase } from './deploymentProgress';

const at = (second: number) =>
  `2026-11-20T10:00:${String(second).padStart(2, '0')}.000Z`;

function statuses(...args: Parameters<typeof deployment>) {
  return deploymentProgress(deployment(...args)).map(({ status }) => status);
}

describe('deploymentProgress', () => {
  it('shows what is done, what runs and what is to come', () => {
    expect(statuses()).toEqual([
      'done',
      'current',
      'todo',
      'todo',
      'todo',
      'todo',
    ]);
  });

  it('says that approval was not needed once it was passed by', () => {
    expect(
      statuses({
        state: 'applying',
        steps: [
          { state: 'queued', at: at(0) },
          { state: 'planning', at: at(1) },
          { state: 'applying', at: at(3) },
        ],
      }),
    ).toEqual(['done', 'done', 'done', 'skipped', 'current', 'todo']);
  });

  it('counts an approved plan that waits for a worker as applying', () => {
    expect(
      reachedPhase(
        deployment({
          state: 'queued',
          approval: {
            decision: 'approved',
            by: 'user:default/olga',
            at: at(9),
          },
          steps: [
            { state: 'queued', at: at(0) },
            { state: 'planning', at: at(1) },
            { state: 'awaiting-approval', at: at(3) },
            { state: 'queued', at: at(9) },
          ],
        }),
      ),
    ).toBe('applying');
  });

  it('puts a denied plan down to the checks', () => {
    expect(
      statuses({
        state: 'failed',
        checks: [{ check: 'limits', effect: 'deny', reason: 'Too many' }],
        steps: [
          { state: 'queued', at: at(0) },
          { state: 'planning', at: at(1) },
          { state: 'failed', at: at(2) },
        ],
      }),
    ).toEqual(['done', 'done', 'failed', 'todo', 'todo', 'todo']);
  });

  it('marks the phase in which a deployment was cancelled', () => {
    expect(
      statuses({
        state: 'cancelled',
        steps: [
          { state: 'queued', at: at(0) },
          { state: 'cancelled', at: at(2) },
        ],
      })[0],
    ).toBe('cancelled');
  });

  it('tells how long each phase took, by its last pass', () => {
    const planning = deploymentProgress(
      deployment({
        state: 'applying',
        steps: [
          { state: 'queued', at: at(0) },
          { state: 'planning', at: at(1) },
          { state: 'queued', at: at(5) },
          { state: 'planning', at: at(6) },
          { state: 'applying', at: at(8) },
        ],
      }),
    )[1];
    expect(planning).toMatchObject({ at: at(6), durationMs: 2000 });
  });
});
