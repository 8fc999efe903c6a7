import { useCallback, useState } from 'react';

/** An action of the reader: whether it runs, and why it was refused. */
export interface Action<Arguments extends unknown[]> {
  run: (...args: Arguments) => Promise<void>;
  isRunning: boolean;
  error?: Error;
  clear: () => void;
}

/** Runs `perform` once at a time and keeps the error it ended with. */
export function useAction<Arguments extends unknown[]>(
  perform: (...args: Arguments) => Promise<unknown>,
): Action<Arguments> {
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<Error>();

  const run = async (...args: Arguments) => {
    if (isRunning) return;
    setRunning(true);
    setError(undefined);
    try {
      await perform(...args);
    } catch (caught) {
      setError(caught as Error);
    } finally {
      setRunning(false);
    }
  };
  const clear = useCallback(() => setError(undefined), []);
  return { run, isRunning, error, clear };
}
