import type { LoggerService } from '@backstage/backend-plugin-api';

/**
 * Does something now and again in this process, never twice at once, and goes
 * on when it throws.
 *
 * @returns a function that stops it and resolves when it is not at work
 */
export function periodically(options: {
  /** What it does, for the log: "could not <what>". */
  what: string;
  everyMilliseconds: number;
  work(signal: AbortSignal): Promise<void>;
  logger: LoggerService;
}): () => Promise<void> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout;
  let working: Promise<void> = Promise.resolve();
  const round = async () => {
    try {
      await options.work(controller.signal);
    } catch (error) {
      if (!controller.signal.aborted) {
        options.logger.warn(`Could not ${options.what}: ${error}`);
      }
    }
  };
  const schedule = () => {
    if (!controller.signal.aborted) {
      timer = setTimeout(() => {
        working = round().finally(schedule);
      }, options.everyMilliseconds);
      timer.unref();
    }
  };
  schedule();
  return async () => {
    controller.abort();
    clearTimeout(timer);
    await working;
  };
}
