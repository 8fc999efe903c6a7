import { useApi } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import useSWR from 'swr';
import {
  securityApiRef,
  type IdentityProvider,
  type ListedSession,
  type Security,
} from '../session';
import { useSessionClient } from '../signin/useSignIn';

export interface SecurityState {
  security: { value?: Security; error?: Error };
  sessions: { value?: ListedSession[]; error?: Error };
  retry: () => void;
}

/** How the reader signs in, and where they are signed in. */
export function useSecurity(): SecurityState {
  const api = useApi(securityApiRef);
  const security = useSWR('security', () => api.getSecurity());
  const sessions = useSWR('sessions', () => api.listSessions());
  const { mutate: reloadSecurity } = security;
  const { mutate: reloadSessions } = sessions;
  const retry = useCallback(() => {
    reloadSecurity();
    reloadSessions();
  }, [reloadSecurity, reloadSessions]);
  return {
    security: { value: security.data, error: security.error },
    sessions: { value: sessions.data, error: sessions.error },
    retry,
  };
}

/** Providers whose accounts can be linked; none while they aren't known. */
export function useIdentityProviders(): IdentityProvider[] {
  const client = useSessionClient();
  const { data } = useSWR('identity-providers', () =>
    client.listIdentityProviders(),
  );
  return data ?? [];
}
