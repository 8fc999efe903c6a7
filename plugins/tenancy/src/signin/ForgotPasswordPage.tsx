import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, ButtonLink, TextField } from '@backstage/ui';
import {
  ErrorPanel,
  PortalError,
  useAction,
} from '@freehold/plugin-tenancy-react';
import { useCallback, useState, type FormEvent } from 'react';
import { tenancyTranslationRef } from '../translation';
import { SignInLayout } from './SignInLayout';
import styles from './SignInLayout.module.css';
import { useCountdown } from './useCountdown';
import { useSessionClient } from './useSignIn';

/** Has a link mailed that sets a new password. */
export function ForgotPasswordPage() {
  const { t } = useTranslationRef(tenancyTranslationRef);
  const client = useSessionClient();
  const [email, setEmail] = useState('');
  const [isDone, setDone] = useState(false);
  const { run, isRunning, error } = useAction(
    useCallback(
      async (address: string) => {
        await client.requestPasswordReset(address);
        setDone(true);
      },
      [client],
    ),
  );
  const wait = error instanceof PortalError ? error.retryAfterSeconds : 0;
  const secondsLeft = useCountdown(wait ?? 0, error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isRunning && secondsLeft === 0) run(email.trim());
  };

  if (isDone) {
    return (
      <SignInLayout
        title={t('forgotPassword.doneTitle')}
        lead={t('forgotPassword.doneLead', { email: email.trim() })}
      >
        <p className={styles.lead}>{t('forgotPassword.again')}</p>
        <BackToSignIn />
      </SignInLayout>
    );
  }
  return (
    <SignInLayout
      title={t('forgotPassword.title')}
      lead={t('forgotPassword.lead')}
    >
      <form className={styles.form} onSubmit={submit}>
        {error && <Problem error={error} secondsLeft={secondsLeft} />}
        <TextField
          label={t('signIn.email')}
          name="email"
          type="email"
          size="medium"
          autoComplete="username"
          value={email}
          onChange={setEmail}
          isRequired
          validationBehavior="native"
          maxLength={254}
        />
        <Button
          type="submit"
          variant="primary"
          size="medium"
          className={styles.submit}
          isPending={isRunning}
          isDisabled={secondsLeft > 0}
        >
          {t('forgotPassword.submit')}
        </Button>
        <BackToSignIn />
      </form>
    </SignInLayout>
  );
}

function BackToSignIn() {
  const { t } = useTranslationRef(tenancyTranslationRef);
  return (
    <ButtonLink href="/" variant="tertiary" className={styles.submit}>
      {t('forgotPassword.back')}
    </ButtonLink>
  );
}

function Problem(props: { error: Error; secondsLeft: number }) {
  const { error, secondsLeft } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  if (!(error instanceof PortalError) || error.status !== 429) {
    return <ErrorPanel error={error} title={t('forgotPassword.failed')} />;
  }
  return (
    <Alert
      role="alert"
      status="warning"
      icon
      title={t('forgotPassword.tooMany')}
      description={
        // A timer is not announced each second, unlike the rest of the alert.
        <span role="timer">
          {secondsLeft > 0
            ? t('signIn.tooMany.wait', { seconds: String(secondsLeft) })
            : t('signIn.tooMany.over')}
        </span>
      }
    />
  );
}
