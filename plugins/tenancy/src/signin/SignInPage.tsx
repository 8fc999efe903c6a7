import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { tenancyTranslationRef } from '../translation';
import { AcceptInvitationPage } from './AcceptInvitationPage';
import { AnswerChallenge } from './AnswerChallenge';
import { ChooseCustomer } from './ChooseCustomer';
import { ConfirmEmailPage } from './ConfirmEmailPage';
import { EnrolAtSignIn } from './EnrolAtSignIn';
import { ForgotPasswordPage } from './ForgotPasswordPage';
import { SetPasswordPage } from './SetPasswordPage';
import { SignInForm } from './SignInForm';
import styles from './SignInLayout.module.css';
import { useSignIn } from './useSignIn';

const SET_PASSWORD_PATH = '/set-password';
const ACCEPT_INVITATION_PATH = '/accept-invitation';
const FORGOT_PASSWORD_PATH = '/forgot-password';
const CONFIRM_EMAIL_PATH = '/confirm-email';

/**
 * Stands in front of the app until someone is signed in, at whatever address
 * was asked for, and so returns to it by itself. Mailed links are opened by people
 * who cannot sign in yet, so their pages are here too.
 */
export function SignInPage(props: SignInPageProps) {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const [email, setEmail] = useState<string>();
  switch (pathname) {
    case SET_PASSWORD_PATH:
      return (
        <SetPasswordPage
          onDone={address => {
            setEmail(address);
            navigate('/', { replace: true });
          }}
        />
      );
    case ACCEPT_INVITATION_PATH:
      return (
        <AcceptInvitationPage
          onAccepted={hash =>
            navigate({ pathname: SET_PASSWORD_PATH, hash }, { replace: true })
          }
        />
      );
    case FORGOT_PASSWORD_PATH:
      return <ForgotPasswordPage />;
    case CONFIRM_EMAIL_PATH:
      return <ConfirmEmailPage />;
    default:
      return <PasswordSignIn {...props} email={email} />;
  }
}

function PasswordSignIn(props: SignInPageProps & { email?: string }) {
  const { onSignInSuccess, email } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const { stage, error, isBusy, signIn, choose, answer, enter, back } =
    useSignIn(onSignInSuccess);

  if (stage.name === 'choose') {
    return (
      <ChooseCustomer
        choices={stage.choices}
        error={error}
        isBusy={isBusy}
        onChoose={choose}
        onBack={back}
      />
    );
  }
  if (stage.name === 'challenge') {
    return stage.challenge.kinds.includes('enrol') ? (
      <EnrolAtSignIn onSignedIn={enter} onBack={back} />
    ) : (
      <AnswerChallenge
        challenge={stage.challenge}
        error={error}
        isBusy={isBusy}
        onAnswer={answer}
        onBack={back}
      />
    );
  }
  if (stage.name === 'form') {
    const sessionNotice = stage.sessionEnded ? 'sessionEnded' : undefined;
    return (
      <SignInForm
        notice={email ? 'passwordSet' : sessionNotice}
        email={email}
        error={error}
        isBusy={isBusy}
        onSubmit={signIn}
      />
    );
  }
  return (
    <main className={`${styles.layout} ${styles.resuming}`} role="main">
      <p role="status">{t('signIn.resuming')}</p>
    </main>
  );
}
