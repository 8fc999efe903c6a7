import type { CostImports } from '../costs/CostImports.ts';
import { residentMemory } from '../kill/processes.ts';
import type { Portal } from '../portal/Portal.ts';

const SAMPLE_MS = 50;

export interface MeasuredImport {
  sourceId: string;
  rows: number;
  /** From the first byte sent until the sums are in force. */
  milliseconds: number;
  /** The most that the portal had above what it had idle, in bytes. */
  memory: number;
  /** Milliseconds that each step took, the upload first. */
  steps: Record<string, number>;
}

/** Tells how long each step took, as far as one looks. */
class StepClock {
  readonly times: Record<string, number> = {};
  private step = 'upload';
  private since: number;

  constructor(begun: number) {
    this.since = begun;
  }

  enter(step: string): void {
    if (step === this.step) {
      return;
    }
    const now = performance.now();
    this.times[this.step] = (this.times[this.step] ?? 0) + now - this.since;
    this.step = step;
    this.since = now;
  }
}

/**
 * Brings a file in, with an eye on the clock and on the portal's memory.
 *
 * @param options.idle - bytes that the portal had before it imported anything
 */
export async function measureImport(
  portal: Portal,
  imports: CostImports,
  { file, idle, source }: { file: string; idle: number; source: string },
): Promise<MeasuredImport> {
  const sourceId = await imports.createSource(source);
  let most = idle;
  const sampling = setInterval(async () => {
    most = Math.max(most, (await residentMemory(portal.pid)) ?? 0);
  }, SAMPLE_MS);
  try {
    const begun = performance.now();
    const { importId } = await imports.upload(sourceId, file);
    const clock = new StepClock(begun);
    clock.enter('waiting');
    const { accepted, rejected } = await imports.succeed(importId, found =>
      clock.enter(found.step ?? found.state),
    );
    const milliseconds = performance.now() - begun;
    if (rejected) {
      throw new Error(`${rejected} rows were rejected`);
    }
    return {
      sourceId,
      rows: accepted!,
      milliseconds,
      memory: most - idle,
      steps: clock.times,
    };
  } finally {
    clearInterval(sampling);
  }
}
