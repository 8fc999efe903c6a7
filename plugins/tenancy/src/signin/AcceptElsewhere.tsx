import { ErrorPanel, useAction } from '@freehold/plugin-tenancy-react';
import { useCallback } from 'react';
import { leaveProviderNotice } from '../session';
import { ProviderButtons } from './ProviderButtons';
import { tokenIn } from './useFragmentToken';
import { useSessionClient } from './useSignIn';

/**
 * Goes to a provider's pages with an invitation, to sign in with an account
 * there from then on. The token stays behind: the browser goes by a cookie.
 */
export function AcceptElsewhere(props: {
  label: (name: string) => string;
  failed: string;
  isDisabled?: boolean;
  /** @returns the fragment of the page that sets a password */
  onAccept: () => Promise<string>;
}) {
  const { label, failed, isDisabled, onAccept } = props;
  const client = useSessionClient();
  const { run, isRunning, error } = useAction(
    useCallback(
      async (provider: string) => {
        const token = tokenIn(await onAccept());
        const startPath = await client.linkInvited(provider, token);
        // Whoever is signed in here may be someone else, and the cookie of their
        // session stays behind. Without a session there is nothing to end.
        await client.signOut().catch(() => {});
        leaveProviderNotice();
        await client.goTo(startPath);
      },
      [client, onAccept],
    ),
  );
  return (
    <ProviderButtons
      label={label}
      isDisabled={isDisabled || isRunning}
      onChoose={({ id }) => run(id)}
    >
      {error && <ErrorPanel error={error} title={failed} />}
    </ProviderButtons>
  );
}
