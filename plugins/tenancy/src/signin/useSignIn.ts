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
  SecurityClient,
  SessionClient,
  sessionMonitorApiRef,
  TabChannel,
  takeEndedNotice,
  takeProviderNotice,
  type Challenge,
  type FactorAnswer,
  type Session,
  type TenantChoice,
} from '../session';

/** Where signing in stands. */
export type SignInStage =
  | { name: 'resuming' }
  | { name: 'form'; sessionEnded: boolean }
  | { name: 'choose'; choices: TenantChoice[] }
  | { name: 'challenge'; challenge: Challenge }
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

/** As {@link useSessionClient}, for setting up a second factor. */
export function useSecurityClient(): SecurityClient {
  const discoveryApi = useApi(discoveryApiRef);
  return useMemo(
    () =>
      new SecurityClient(
        async () => `${await discoveryApi.getBaseUrl('auth')}/local`,
      ),
    [discoveryApi],
  );
}

/**
 * What the browser is in already: a session, or, back from a provider's pages,
 * a sign-in that waits for a second factor.
 */
async function resume(
  client: SessionClient,
): Promise<Session | { challenge: Challenge }> {
  const wasAway = takeProviderNotice();
  try {
    return await client.refresh();
  } catch (caught) {
    if (!wasAway) throw caught;
    return client.getChallenge().then(challenge => ({ challenge }));
  }
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
  answer: (answer: FactorAnswer) => Promise<void>;
  /** Goes on with a session that setting up a second factor led to. */
  enter: (session: Session) => void;
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
    resume(client).then(
      resumed =>
        'challenge' in resumed
          ? setStage({ name: 'challenge', challenge: resumed.challenge })
          : enter(resumed),
      caught => {
        const hadNoSession =
          caught instanceof PortalError && caught.status === 401;
        setError(hadNoSession ? undefined : caught);
        setStage({ name: 'form', sessionEnded: takeEndedNotice() });
      },
    );
  }, [client, enter]);

  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(undefined);
    try {
      await work();
    } catch (caught) {
      setError(caught as Error);
    } finally {
      setBusy(false);
    }
  };

  const attempt = (input: Credentials & { tenant?: string }) =>
    run(async () => {
      const answer = await client.signIn(input);
      if ('choose' in answer) {
        credentials.current = { email: input.email, password: input.password };
        setStage({ name: 'choose', choices: answer.choose });
      } else if ('challenge' in answer) {
        credentials.current = undefined;
        setStage({ name: 'challenge', challenge: answer.challenge });
      } else {
        enter(answer);
      }
    });

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
    answer: factor =>
      run(async () => enter(await client.answerChallenge(factor))),
    enter,
    back: () => {
      credentials.current = undefined;
      setError(undefined);
      setStage({ name: 'form', sessionEnded: false });
    },
  };
}
