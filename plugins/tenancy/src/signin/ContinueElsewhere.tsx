import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { securityTranslationRef } from '../securityTranslation';
import { leaveProviderNotice } from '../session';
import { ProviderButtons } from './ProviderButtons';
import { ProviderProblem } from './ProviderProblem';
import { useSessionClient } from './useSignIn';

/** Sign-in with an account elsewhere, once it is linked to a member. */
export function ContinueElsewhere() {
  const { t } = useTranslationRef(securityTranslationRef);
  const client = useSessionClient();
  return (
    <ProviderButtons
      label={name => t('providers.signInWith', { name })}
      onChoose={({ startPath }) => {
        leaveProviderNotice();
        client.goTo(startPath);
      }}
    >
      <ProviderProblem />
    </ProviderButtons>
  );
}
