import { useApi } from '@backstage/frontend-plugin-api';
import { useCallback, useState } from 'react';
import { useSessionClient } from '../../signin/useSignIn';
import {
  securityApiRef,
  type Authenticator,
  type LinkedIdentity,
  type Security,
} from '../../session';

/** Time to fill in a form before the proof is out of date. */
const MARGIN_MS = 2 * 60_000;

/** What is open over the page. */
export type SecurityDialog =
  | { name: 'addTotp' }
  | { name: 'addPasskey' }
  | { name: 'remove'; authenticator: Authenticator }
  | { name: 'renewCodes' }
  | { name: 'codes'; codes: string[] }
  | { name: 'unlink'; identity: LinkedIdentity };

export interface SecurityDialogsState {
  /** Asked for before what is wanted; see {@link SecurityDialogsState.open}. */
  isProofNeeded: boolean;
  dialog: SecurityDialog | undefined;
  /** Opens a dialog, once the reader has shown lately who they are. */
  open: (dialog: SecurityDialog) => void;
  /** Goes to a provider to link an account, likewise. */
  link: (provider: string) => void;
  linkError: Error | undefined;
  proven: () => void;
  close: () => void;
  /** The page's data is out of date. */
  changed: () => void;
}

/** Which dialog is open, and whether a proof comes before it. */
export function useSecurityDialogs(
  security: Security | undefined,
  reload: () => void,
): SecurityDialogsState {
  const api = useApi(securityApiRef);
  const client = useSessionClient();
  const [dialog, setDialog] = useState<SecurityDialog>();
  const [wanted, setWanted] = useState<() => void>();
  const [linkError, setLinkError] = useState<Error>();
  const until = security?.reauthenticatedUntil;

  const afterProof = (run: () => void) => {
    const isFresh = until && Date.parse(until) - Date.now() > MARGIN_MS;
    if (isFresh) {
      run();
    } else {
      setWanted(() => run);
    }
  };
  const goToProvider = useCallback(
    (provider: string) => {
      setLinkError(undefined);
      api
        .linkIdentity(provider)
        .then(startPath => client.goTo(startPath))
        .catch(setLinkError);
    },
    [api, client],
  );

  return {
    isProofNeeded: wanted !== undefined,
    dialog,
    open: next => afterProof(() => setDialog(next)),
    link: provider => afterProof(() => goToProvider(provider)),
    linkError,
    proven: () => {
      setWanted(undefined);
      reload();
      wanted?.();
    },
    close: () => {
      setWanted(undefined);
      setDialog(undefined);
    },
    changed: reload,
  };
}
