import {
  discoveryApiRef,
  useApi,
  type IdentityApi,
} from '@backstage/frontend-plugin-api';
import { PortalError } from '@freehold/plugin-tenancy-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import {
  leaveEndedNotice,
  LocalIdentity,
  SessionClient,
  sessionMonitorApiRef,
  TabChannel,
  takeEndedNotice,
  type Session,
  type TenantChoice,
} from '../session';

/** Where signing in stands. */
export type SignInStage =
  | { name: 'resuming' }
  | { name: 'form'; sessionEnded: boolean }
  | { name: 'choose'; choices: TenantChoice[] }
  | { name: 'signedIn' };

interface Credentials {
  email: string;
  password: string;
}

/** The client of sign-in, for components outside of a session. */
export function useSessionClient(): SessionClient {
  const discoveryApi = useApi(discoveryApiRef);
  return useMemo(
    () =>
      new SessionClient(
        async () => `${await discoveryApi.getBaseUrl('auth')}/local`,
      ),
    [discoveryApi],
  );
}

/**
 * Goes on with the browser's session when there is one, and signs in with
 * e-mail and password otherwise.
 */
export function useSignIn(onSignInSuccess: (identity: IdentityApi) => void): {
  stage: SignInStage;
  error: Error | undefined;
  isBusy: boolean;
  signIn: (credentials: Credentials) => Promise<void>;
  choose: (tenant: string) => Promise<void>;
  back: () => void;
} {
  const client = useSessionClient();
  const monitor = useApi(sessionMonitorApiRef);
  const [stage, setStage] = useState<SignInStage>({ name: 'resuming' });
  const [error, setError] = useState<Error>();
  const [isBusy, setBusy] = useState(false);
  // Kept only while a customer is being chosen, and never rendered.
  const credentials = useRef<Credentials>();
  const hasStarted = useRef(false);

  const enter = useCallback(
    (session: Session) => {
      credentials.current = undefined;
      const identity = new LocalIdentity(
        session,
        client,
        new TabChannel(),
        () => {
          leaveEndedNotice();
          window.location.reload();
        },
      );
      monitor.watch(identity);
      setStage({ name: 'signedIn' });
      onSignInSuccess(identity);
    },
    [client, monitor, onSignInSuccess],
  );

  useEffect(() => {
    // Each refresh rotates the session, so a second effect must not repeat it.
    if (hasStarted.current) return;
    hasStarted.current = true;
    client.refresh().then(enter, caught => {
      const hadNoSession =
        caught instanceof PortalError && caught.status === 401;
      setError(hadNoSession ? undefined : caught);
      setStage({ name: 'form', sessionEnded: takeEndedNotice() });
    });
  }, [client, enter]);

  const attempt = async (input: Credentials & { tenant?: string }) => {
    setBusy(true);
    setError(undefined);
    try {
      const answer = await client.signIn(input);
      if ('choose' in answer) {
        credentials.current = { email: input.email, password: input.password };
        setStage({ name: 'choose', choices: answer.choose });
      } else {
        enter(answer);
      }
    } catch (caught) {
      setError(caught as Error);
    } finally {
      setBusy(false);
    }
  };

  return {
    stage,
    error,
    isBusy,
    signIn: attempt,
    choose: async tenant => {
      if (credentials.current) {
        await attempt({ ...credentials.current, tenant });
      }
    },
    back: () => {
      credentials.current = undefined;
      setError(undefined);
      setStage({ name: 'form', sessionEnded: false });
    },
  };
}
