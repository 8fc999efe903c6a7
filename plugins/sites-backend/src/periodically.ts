import type { LoggerService } from '@backstage/backend-plugin-api';

/**
 * Does something now and again in this process, never twice at once, and goes
 * on when it throws.
 *
 * @returns a function that stops it, without waiting for work in progress,
 *   whose signal is aborted
 */
export function periodically(options: {
  /** What it does, for the log: "could not <what>". */
  what: string;
  everyMilliseconds: number;
  /** Before the first time; as long as between two by default. */
  firstAfterMilliseconds?: number;
  work(signal: AbortSignal): Promise<void>;
  logger: LoggerService;
}): () => void {
  const controller = new AbortController();
  let timer: NodeJS.Timeout;
  const round = async () => {
    try {
      await options.work(controller.signal);
    } catch (error) {
      if (!controller.signal.aborted) {
        options.logger.warn(`Could not ${options.what}: ${error}`);
      }
    }
  };
  const scheduleAfter = (milliseconds: number) => {
    if (!controller.signal.aborted) {
      timer = setTimeout(() => {
        round().finally(() => scheduleAfter(options.everyMilliseconds));
      }, milliseconds);
      timer.unref();
    }
  };
  scheduleAfter(options.firstAfterMilliseconds ?? options.everyMilliseconds);
  return () => {
    controller.abort();
    clearTimeout(timer);
  };
}
