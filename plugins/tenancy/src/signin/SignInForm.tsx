import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, Link, TextField } from '@backstage/ui';
import { PortalError } from '@freehold/plugin-tenancy-react';
import { useEffect, useRef, type FormEvent } from 'react';
import { tenancyTranslationRef } from '../translation';
import { ContinueElsewhere } from './ContinueElsewhere';
import { fieldOf } from './fieldOf';
import { PasswordInput } from './PasswordInput';
import { SignInLayout } from './SignInLayout';
import styles from './SignInLayout.module.css';
import { SignInProblem } from './SignInProblem';
import { useCountdown } from './useCountdown';

/** What brought the visitor here, when it needs saying. */
export type SignInNotice = 'sessionEnded' | 'passwordSet';

/** E-mail and password. */
export function SignInForm(props: {
  notice?: SignInNotice;
  email?: string;
  error?: Error;
  isBusy: boolean;
  onSubmit: (credentials: { email: string; password: string }) => void;
}) {
  const { notice, email, error, isBusy, onSubmit } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const form = useRef<HTMLFormElement>(null);
  const wait = error instanceof PortalError ? error.retryAfterSeconds : 0;
  const secondsLeft = useCountdown(wait ?? 0, error);

  useEffect(() => {
    fieldOf(form.current!, error || email ? 'password' : 'email').focus();
  }, [error, email]);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy || secondsLeft > 0) return;
    // Read from the form: password managers fill fields in without an event.
    onSubmit({
      email: fieldOf(event.currentTarget, 'email').value.trim(),
      password: fieldOf(event.currentTarget, 'password').value,
    });
  };

  return (
    <SignInLayout title={t('signIn.title')} lead={t('signIn.lead')}>
      <form ref={form} className={styles.form} onSubmit={submit}>
        {notice && !error && (
          <Alert
            role="status"
            status={notice === 'passwordSet' ? 'success' : 'info'}
            icon
            title={t(`signIn.notice.${notice}.title`)}
            description={t(`signIn.notice.${notice}.description`)}
          />
        )}
        {error && <SignInProblem error={error} secondsLeft={secondsLeft} />}
        <TextField
          label={t('signIn.email')}
          name="email"
          type="email"
          size="medium"
          autoComplete="username"
          defaultValue={email}
          isRequired
          validationBehavior="native"
          maxLength={254}
        />
        <PasswordInput
          label={t('signIn.password')}
          autoComplete="current-password"
        />
        <Button
          type="submit"
          variant="primary"
          size="medium"
          className={styles.submit}
          isPending={isBusy}
          isDisabled={secondsLeft > 0}
        >
          {t('signIn.submit')}
        </Button>
        <Link href="/forgot-password" className={styles.aside}>
          {t('forgotPassword.link')}
        </Link>
      </form>
      <ContinueElsewhere />
    </SignInLayout>
  );
}
