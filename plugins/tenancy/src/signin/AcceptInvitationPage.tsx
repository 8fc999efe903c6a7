import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink, TextField } from '@backstage/ui';
import {
  ErrorPanel,
  LoadingRows,
  RelativeTime,
} from '@freehold/plugin-tenancy-react';
import { useCallback, useState, type FormEvent } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { useMutation } from '../hooks';
import type { InspectedInvitation } from '../session';
import { tenancyTranslationRef } from '../translation';
import { isUnusable } from './isUnusable';
import { SignInLayout } from './SignInLayout';
import styles from './SignInLayout.module.css';
import { useFragmentToken } from './useFragmentToken';
import { useLinkClient } from './useLinkClient';
import { useRoleName } from './useRoleName';

/** The page that the link of an invitation opens. */
export function AcceptInvitationPage(props: {
  /** @param fragment - of the page that sets a password, with its `#` */
  onAccepted: (fragment: string) => void;
}) {
  const { t } = useTranslationRef(tenancyTranslationRef);
  const client = useLinkClient();
  const token = useFragmentToken();
  const { value, error, retry } = useAsyncRetry(
    () => client.inspectInvitation(token),
    [client, token],
  );
  const accept = useCallback(
    async (displayName: string) => {
      const { url } = await client.acceptInvitation(token, displayName);
      // Only the fragment: wherever the portal is open, it goes on there.
      props.onAccepted(new URL(url).hash);
    },
    [client, token, props],
  );

  const isOver = value?.state === 'expired' || value?.state === 'revoked';
  if (isOver || isUnusable(error)) {
    return (
      <SignInLayout
        title={t('acceptInvitation.unusableTitle')}
        lead={t('acceptInvitation.unusableLead')}
      >
        <ButtonLink href="/" variant="secondary">
          {t('acceptInvitation.toSignIn')}
        </ButtonLink>
      </SignInLayout>
    );
  }
  if (error) {
    return (
      <SignInLayout title={t('acceptInvitation.loading')}>
        <ErrorPanel
          error={error}
          reassurance={t('acceptInvitation.stillValid')}
          onRetry={retry}
        />
      </SignInLayout>
    );
  }
  if (!value) {
    return (
      <SignInLayout title={t('acceptInvitation.loading')}>
        <LoadingRows count={2} height="3rem" />
      </SignInLayout>
    );
  }
  return value.state === 'used' ? (
    <AcceptedBefore invitation={value} onGoOn={accept} />
  ) : (
    <AcceptForm invitation={value} onAccept={accept} />
  );
}

function AcceptForm(props: {
  invitation: InspectedInvitation;
  onAccept: (displayName: string) => Promise<void>;
}) {
  const { invitation, onAccept } = props;
  const { tenantName, email, inviterName, expiresAt } = invitation;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const role = useRoleName()(invitation.role);
  const [name, setName] = useState('');
  const { run, isRunning, error } = useMutation(onAccept);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isRunning) run(name.trim());
  };
  return (
    <SignInLayout
      title={t('acceptInvitation.title', { tenant: tenantName })}
      lead={
        inviterName
          ? t('acceptInvitation.lead', { inviter: inviterName, role, email })
          : t('acceptInvitation.leadNobody', { role, email })
      }
    >
      <form className={styles.form} onSubmit={submit}>
        {error && (
          <ErrorPanel
            error={error}
            title={t('acceptInvitation.refused')}
            reassurance={t('acceptInvitation.stillValid')}
          />
        )}
        <TextField
          label={t('acceptInvitation.name')}
          description={t('acceptInvitation.nameAdvice')}
          name="name"
          autoComplete="name"
          size="medium"
          maxLength={100}
          value={name}
          onChange={setName}
          isRequired
          validationBehavior="native"
        />
        <Button
          type="submit"
          variant="primary"
          size="medium"
          className={styles.submit}
          isPending={isRunning}
          isDisabled={!name.trim()}
        >
          {t('acceptInvitation.submit')}
        </Button>
        <p className={styles.lead}>
          {t('acceptInvitation.expires')} <RelativeTime at={expiresAt} />.
        </p>
      </form>
    </SignInLayout>
  );
}

/** Who accepted and then lost the way to the password comes back here. */
function AcceptedBefore(props: {
  invitation: InspectedInvitation;
  onGoOn: (displayName: string) => Promise<void>;
}) {
  const { email } = props.invitation;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const { run, isRunning, error } = useMutation(props.onGoOn);
  return (
    <SignInLayout
      title={t('acceptInvitation.usedTitle')}
      lead={t('acceptInvitation.usedLead', { email })}
    >
      <div className={styles.form}>
        {error && <ErrorPanel error={error} title={t('setPassword.refused')} />}
        <ButtonLink href="/" variant="primary" className={styles.submit}>
          {t('acceptInvitation.toSignIn')}
        </ButtonLink>
        <Button
          variant="secondary"
          className={styles.submit}
          isPending={isRunning}
          // The name was given when the invitation was accepted.
          onPress={() => run(email)}
        >
          {t('acceptInvitation.goOn')}
        </Button>
      </div>
    </SignInLayout>
  );
}
