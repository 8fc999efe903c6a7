import { useCallback, useRef, useState } from 'react';

/**
 * Something the reader has done: whether it runs, and why it was refused.
 *
 * @public
 */
export interface Action<Input extends unknown[], Result> {
  /** Undefined when it was refused, or while an earlier call still runs. */
  run: (...input: Input) => Promise<Result | undefined>;
  isRunning: boolean;
  /** What it ended with, until it runs again. */
  error: Error | undefined;
}

/**
 * Runs `perform` once at a time, for a button or a form, and keeps the error it
 * ended with.
 *
 * @public
 */
export function useAction<Input extends unknown[], Result>(
  perform: (...input: Input) => Promise<Result>,
): Action<Input, Result> {
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<Error>();
  // A second press can come before the first one is rendered.
  const isBusy = useRef(false);
  const run = useCallback(
    async (...input: Input) => {
      if (isBusy.current) return undefined;
      isBusy.current = true;
      setRunning(true);
      setError(undefined);
      try {
        return await perform(...input);
      } catch (caught) {
        setError(caught as Error);
        return undefined;
      } finally {
        isBusy.current = false;
        setRunning(false);
      }
    },
    [perform],
  );
  return { run, isRunning, error };
}
