import { useCallback, useState } from 'react';

/**
 * Runs a change for a form: whether it is under way, why it was refused, and
 * one at a time.
 */
export function useMutation<Input extends unknown[], Result>(
  mutate: (...input: Input) => Promise<Result>,
): {
  run: (...input: Input) => Promise<Result | undefined>;
  isRunning: boolean;
  error: Error | undefined;
} {
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<Error>();
  const run = useCallback(
    async (...input: Input) => {
      setRunning(true);
      setError(undefined);
      try {
        return await mutate(...input);
      } catch (caught) {
        setError(caught as Error);
        return undefined;
      } finally {
        setRunning(false);
      }
    },
    [mutate],
  );
  return { run, isRunning, error };
}
