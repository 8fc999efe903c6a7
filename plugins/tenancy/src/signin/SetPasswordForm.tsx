import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { ErrorPanel, RelativeTime } from '@freehold/plugin-tenancy-react';
import { useMemo, useState, type FormEvent } from 'react';
import type { PasswordLinkDetails, SessionClient } from '../session';
import { tenancyTranslationRef } from '../translation';
import { PasswordInput } from './PasswordInput';
import { SignInLayout } from './SignInLayout';
import styles from './SignInLayout.module.css';
import { StrengthMeter } from './StrengthMeter';
import { usePasswordStrength } from './usePasswordStrength';

/** Chooses the password of the person a link was made for. */
export function SetPasswordForm(props: {
  client: Pick<SessionClient, 'rateStrength' | 'setPassword' | 'signOut'>;
  token: string;
  link: PasswordLinkDetails;
  onDone: (email: string) => void;
}) {
  const { client, token, link, onDone } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const [password, setPassword] = useState('');
  const [error, setError] = useState<Error>();
  const [isBusy, setBusy] = useState(false);
  const context = useMemo(() => [link.email, link.displayName], [link]);
  const strength = usePasswordStrength(client, password, context);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setError(undefined);
    try {
      await client.setPassword(token, password);
      // Whoever is signed in here may be someone else, such as the colleague
      // who made the link. Without a session there is nothing to end.
      await client.signOut().catch(() => {});
      onDone(link.email);
    } catch (caught) {
      setError(caught as Error);
      setBusy(false);
    }
  };

  return (
    <SignInLayout
      title={t('setPassword.title')}
      lead={t('setPassword.lead', {
        name: link.displayName,
        email: link.email,
      })}
    >
      <form className={styles.form} onSubmit={submit}>
        {error && (
          <ErrorPanel
            error={error}
            title={t('setPassword.refused')}
            reassurance={t('setPassword.stillValid')}
          />
        )}
        <input
          type="email"
          name="email"
          value={link.email}
          autoComplete="username"
          readOnly
          hidden
        />
        <PasswordInput
          label={t('setPassword.password')}
          description={t('setPassword.advice')}
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
        />
        <StrengthMeter strength={strength} />
        <Button
          type="submit"
          variant="primary"
          size="medium"
          className={styles.submit}
          isPending={isBusy}
          isDisabled={!password || strength?.acceptable === false}
        >
          {t('setPassword.submit')}
        </Button>
        <p className={styles.lead}>
          {t('setPassword.expires')} <RelativeTime at={link.expiresAt} />.
        </p>
      </form>
    </SignInLayout>
  );
}
