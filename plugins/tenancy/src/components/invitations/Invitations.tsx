import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  ErrorPanel,
  LoadingRows,
  RelativeTime,
  useAction,
} from '@freehold/plugin-tenancy-react';
import { useCallback, useState } from 'react';
import { tenancyApiRef, type Invitation } from '../../api';
import { useInvitations } from '../../hooks';
import { useRoleName } from '../../signin/useRoleName';
import { tenancyTranslationRef } from '../../translation';
import styles from '../lists.module.css';
import { InvitationStateChip } from './InvitationStateChip';
import { RevokeInvitationDialog } from './RevokeInvitationDialog';

/** Invitations that wait for their answer; nothing where none does. */
export function Invitations(props: {
  tenant: string;
  invitations: ReturnType<typeof useInvitations>;
}) {
  const { tenant, invitations } = props;
  const { value, loading, error, retry } = invitations;
  const { t } = useTranslationRef(tenancyTranslationRef);
  if (!error && !loading && !value?.total) return null;
  return (
    <section className={styles.section} aria-labelledby="invitations">
      <h2 id="invitations">{t('invitations.title')}</h2>
      {error && (
        <ErrorPanel
          title={t('invitations.errorTitle')}
          error={error}
          onRetry={retry}
        />
      )}
      {!error && !value && <LoadingRows count={1} height="3rem" />}
      {value && (
        <ul className={styles.list}>
          {value.items.map(invitation => (
            <InvitationRow
              key={invitation.id}
              tenant={tenant}
              invitation={invitation}
              onChanged={retry}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function InvitationRow(props: {
  tenant: string;
  invitation: Invitation;
  onChanged: () => void;
}) {
  const { tenant, invitation, onChanged } = props;
  const { id, email, role, inviterName, sentAt } = invitation;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const api = useApi(tenancyApiRef);
  const roleName = useRoleName();
  const [isRevoking, setRevoking] = useState(false);
  const { run, isRunning, error } = useAction(
    useCallback(async () => {
      await api.resendInvitation(tenant, id);
      onChanged();
    }, [api, tenant, id, onChanged]),
  );
  return (
    <li className={styles.wrap}>
      <span className={styles.grow}>
        <strong>{email}</strong>
        <span className={styles.quiet}>
          {roleName(role)} · {t('invitations.sent')}{' '}
          <RelativeTime at={sentAt} />
          {inviterName && ` ${t('invitations.by', { name: inviterName })}`}
        </span>
      </span>
      <InvitationStateChip state={invitation.state} />
      <span className={styles.buttons}>
        <Button
          size="small"
          variant="secondary"
          isPending={isRunning}
          onPress={() => run()}
        >
          {t('invitations.resend')}
        </Button>
        <Button
          size="small"
          variant="tertiary"
          onPress={() => setRevoking(true)}
        >
          {t('invitations.revoke')}
        </Button>
      </span>
      {error && (
        <ErrorPanel title={t('invitations.resendFailed')} error={error} />
      )}
      {isRevoking && (
        <RevokeInvitationDialog
          invitation={invitation}
          onRevoked={onChanged}
          onClose={() => setRevoking(false)}
        />
      )}
    </li>
  );
}
