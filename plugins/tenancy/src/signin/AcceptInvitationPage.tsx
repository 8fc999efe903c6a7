import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink, TextField } from '@backstage/ui';
import {
  ErrorPanel,
  LoadingRows,
  RelativeTime,
  useAction,
} from '@freehold/plugin-tenancy-react';
import { useCallback, useState, type FormEvent } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import type { InspectedInvitation } from '../session';
import { tenancyTranslationRef } from '../translation';
import { AcceptElsewhere } from './AcceptElsewhere';
import { BackFromProvider } from './BackFromProvider';
import { isUnusable } from './isUnusable';
import { SignInLayout } from './SignInLayout';
import styles from './SignInLayout.module.css';
import { useFragmentToken } from './useFragmentToken';
import { useLinkClient } from './useLinkClient';
import { useRoleName } from './useRoleName';

interface AcceptInvitationPageProps {
  /** @param fragment - of the page that sets a password, with its `#` */
  onAccepted: (fragment: string) => void;
}

/**
 * The page that the link of an invitation opens, and that who accepts it with
 * an account elsewhere comes back to, without the link.
 */
export function AcceptInvitationPage(props: AcceptInvitationPageProps) {
  const token = useFragmentToken();
  return token ? (
    <OpenedInvitation token={token} {...props} />
  ) : (
    <BackFromProvider />
  );
}

function OpenedInvitation(
  props: AcceptInvitationPageProps & { token: string },
) {
  const { token, onAccepted } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const client = useLinkClient();
  const { value, error, retry } = useAsyncRetry(
    () => client.inspectInvitation(token),
    [client, token],
  );
  const accept = useCallback(
    async (displayName: string) => {
      const { url } = await client.acceptInvitation(token, displayName);
      // Only the fragment: wherever the portal is open, it goes on there.
      return new URL(url).hash;
    },
    [client, token],
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
    <AcceptedBefore
      invitation={value}
      onAccept={accept}
      onAccepted={onAccepted}
    />
  ) : (
    <AcceptForm invitation={value} onAccept={accept} onAccepted={onAccepted} />
  );
}

interface AnswerProps extends AcceptInvitationPageProps {
  invitation: InspectedInvitation;
  /** @returns the fragment of the page that sets a password */
  onAccept: (displayName: string) => Promise<string>;
}

function AcceptForm(props: AnswerProps) {
  const { invitation, onAccept, onAccepted } = props;
  const { tenantName, email, inviterName, expiresAt } = invitation;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const role = useRoleName()(invitation.role);
  const [name, setName] = useState('');
  const { run, isRunning, error } = useAction(onAccept);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isRunning) return;
    const fragment = await run(name.trim());
    if (fragment) onAccepted(fragment);
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
      </form>
      <AcceptElsewhere
        label={provider => t('acceptInvitation.with', { name: provider })}
        failed={t('acceptInvitation.refused')}
        isDisabled={isRunning || !name.trim()}
        onAccept={() => onAccept(name.trim())}
      />
      <p className={styles.note}>
        {t('acceptInvitation.expires')} <RelativeTime at={expiresAt} />.
      </p>
    </SignInLayout>
  );
}

/** Who accepted and then lost the way to the password comes back here. */
function AcceptedBefore(props: AnswerProps) {
  const { invitation, onAccept, onAccepted } = props;
  const { email } = invitation;
  const { t } = useTranslationRef(tenancyTranslationRef);
  // The name was given when the invitation was accepted.
  const goOn = useCallback(() => onAccept(email), [onAccept, email]);
  const { run, isRunning, error } = useAction(goOn);
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
          onPress={async () => {
            const fragment = await run();
            if (fragment) onAccepted(fragment);
          }}
        >
          {t('acceptInvitation.goOn')}
        </Button>
      </div>
      <AcceptElsewhere
        label={name => t('acceptInvitation.linkInstead', { name })}
        failed={t('acceptInvitation.linkRefused')}
        isDisabled={isRunning}
        onAccept={goOn}
      />
    </SignInLayout>
  );
}
