import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { ReactNode } from 'react';
import useAsync from 'react-use/esm/useAsync';
import { securityTranslationRef } from '../securityTranslation';
import type { IdentityProvider } from '../session';
import styles from './SignInLayout.module.css';
import { useSessionClient } from './useSignIn';

/**
 * The accounts elsewhere that the portal is set up for, beside what works
 * without them; nothing where there are none.
 */
export function ProviderButtons(props: {
  /** @param name - of the provider, as people call it */
  label: (name: string) => string;
  isDisabled?: boolean;
  onChoose: (provider: IdentityProvider) => void;
  /** What went wrong with one. */
  children?: ReactNode;
}) {
  const { label, isDisabled, onChoose, children } = props;
  const { t } = useTranslationRef(securityTranslationRef);
  const client = useSessionClient();
  // Without them the password does; so a list that cannot be had is empty.
  const { value: providers = [] } = useAsync(
    () => client.listIdentityProviders().catch(() => []),
    [client],
  );
  if (providers.length === 0) return null;

  return (
    <>
      <p className={styles.or}>{t('providers.or')}</p>
      <div className={styles.form}>
        {children}
        {providers.map(provider => (
          <Button
            key={provider.id}
            variant="secondary"
            size="medium"
            className={styles.submit}
            isDisabled={isDisabled}
            onPress={() => onChoose(provider)}
          >
            {label(provider.name)}
          </Button>
        ))}
      </div>
    </>
  );
}
