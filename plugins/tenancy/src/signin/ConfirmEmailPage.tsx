import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink } from '@backstage/ui';
import {
  ErrorPanel,
  LoadingRows,
  useAction,
} from '@freehold/plugin-tenancy-react';
import { useCallback, useState } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import type { InspectedEmailChange } from '../session';
import { tenancyTranslationRef } from '../translation';
import { isUnusable } from './isUnusable';
import { SignInLayout } from './SignInLayout';
import styles from './SignInLayout.module.css';
import { useFragmentToken } from './useFragmentToken';
import { useLinkClient } from './useLinkClient';

type Outcome = 'wait' | 'done' | 'refused';

/** The page that the links of a change of address open. */
export function ConfirmEmailPage() {
  const { t } = useTranslationRef(tenancyTranslationRef);
  const client = useLinkClient();
  const token = useFragmentToken();
  const [outcome, setOutcome] = useState<Outcome>();
  const { value, error, retry } = useAsyncRetry(
    () => client.inspectEmailChange(token),
    [client, token],
  );
  const answer = useCallback(
    async (verb: 'confirm' | 'refuse') => {
      if (verb === 'refuse') {
        await client.refuseEmailChange(token);
        setOutcome('refused');
        return;
      }
      const { isDone } = await client.confirmEmailChange(token);
      setOutcome(isDone ? 'done' : 'wait');
    },
    [client, token],
  );

  if (isUnusable(error)) {
    return (
      <SignInLayout
        title={t('confirmEmail.unusableTitle')}
        lead={t('confirmEmail.unusableLead')}
      >
        <ToSignIn />
      </SignInLayout>
    );
  }
  if (error) {
    return (
      <SignInLayout title={t('confirmEmail.title')}>
        <ErrorPanel error={error} onRetry={retry} />
      </SignInLayout>
    );
  }
  if (!value) {
    return (
      <SignInLayout title={t('confirmEmail.title')}>
        <LoadingRows count={2} height="3rem" />
      </SignInLayout>
    );
  }
  const shown = outcome ?? (value.isConfirmed ? 'wait' : undefined);
  return shown ? (
    <Answered outcome={shown} change={value} />
  ) : (
    <Question change={value} onAnswer={answer} />
  );
}

function Question(props: {
  change: InspectedEmailChange;
  onAnswer: (verb: 'confirm' | 'refuse') => Promise<void>;
}) {
  const { side, memberName, tenantName, newEmail } = props.change;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const { run, isRunning, error } = useAction(props.onAnswer);
  return (
    <SignInLayout
      title={t('confirmEmail.title')}
      lead={t(`confirmEmail.${side}Lead`, {
        name: memberName,
        tenant: tenantName,
        email: newEmail,
      })}
    >
      <div className={styles.form}>
        {error && <ErrorPanel error={error} title={t('confirmEmail.failed')} />}
        <Button
          variant="primary"
          size="medium"
          className={styles.submit}
          isPending={isRunning}
          onPress={() => run('confirm')}
        >
          {t('confirmEmail.confirm')}
        </Button>
        <Button
          variant="secondary"
          size="medium"
          className={styles.submit}
          isDisabled={isRunning}
          onPress={() => run('refuse')}
        >
          {t('confirmEmail.refuse')}
        </Button>
      </div>
    </SignInLayout>
  );
}

function Answered(props: { outcome: Outcome; change: InspectedEmailChange }) {
  const { outcome, change } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  return (
    <SignInLayout
      title={t(`confirmEmail.${outcome}Title`)}
      lead={t(`confirmEmail.${outcome}Lead`, { email: change.newEmail })}
    >
      <div className={styles.form}>
        {outcome === 'refused' && change.side === 'old' && (
          <ButtonLink
            href="/forgot-password"
            variant="primary"
            className={styles.submit}
          >
            {t('confirmEmail.newPassword')}
          </ButtonLink>
        )}
        <ToSignIn />
      </div>
    </SignInLayout>
  );
}

function ToSignIn() {
  const { t } = useTranslationRef(tenancyTranslationRef);
  return (
    <ButtonLink href="/" variant="secondary" className={styles.submit}>
      {t('confirmEmail.toSignIn')}
    </ButtonLink>
  );
}
