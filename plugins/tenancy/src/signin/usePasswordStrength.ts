import { useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import type { PasswordStrength, SessionClient } from '../session';

const TYPING_PAUSE_MS = 250;

/** What the password is worth, asked of the backend between key strokes. */
export function usePasswordStrength(
  client: Pick<SessionClient, 'rateStrength'>,
  password: string,
  context: string[],
): PasswordStrength | undefined {
  const [rated, setRated] = useState<{
    password: string;
    strength: PasswordStrength;
  }>();
  useDebounce(
    () => {
      if (!password) return;
      // A meter that cannot be had stands in nobody's way: saving checks again.
      client.rateStrength(password, context).then(
        strength => setRated({ password, strength }),
        () => setRated(undefined),
      );
    },
    TYPING_PAUSE_MS,
    [password],
  );
  return password && rated ? rated.strength : undefined;
}
