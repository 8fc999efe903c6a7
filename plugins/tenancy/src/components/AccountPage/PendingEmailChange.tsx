import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  ErrorPanel,
  RelativeTime,
  StateChip,
  useAction,
} from '@freehold/plugin-tenancy-react';
import { RiCheckLine, RiTimeLine } from '@remixicon/react';
import { useCallback } from 'react';
import { tenancyApiRef, type EmailChange } from '../../api';
import { tenancyTranslationRef } from '../../translation';
import styles from '../lists.module.css';

/** Which address has confirmed, and the way out. */
export function PendingEmailChange(props: {
  change: EmailChange;
  onGivenUp: () => void;
}) {
  const { change, onGivenUp } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const api = useApi(tenancyApiRef);
  const { run, isRunning, error } = useAction(
    useCallback(async () => {
      await api.cancelEmailChange();
      onGivenUp();
    }, [api, onGivenUp]),
  );
  const stateOf = (isConfirmed: boolean) =>
    t(isConfirmed ? 'account.confirmed' : 'account.waiting');
  return (
    <>
      <p>{t('account.pendingTitle', { email: change.newEmail })}</p>
      <div className={styles.buttons}>
        <Confirmation
          isConfirmed={change.isOldConfirmed}
          label={t('account.pendingOld', {
            state: stateOf(change.isOldConfirmed),
          })}
        />
        <Confirmation
          isConfirmed={change.isNewConfirmed}
          label={t('account.pendingNew', {
            state: stateOf(change.isNewConfirmed),
          })}
        />
      </div>
      <p className={styles.quiet}>
        {t('account.pendingExpires')} <RelativeTime at={change.expiresAt} />.
      </p>
      {error && <ErrorPanel title={t('account.giveUpFailed')} error={error} />}
      <div>
        <Button variant="secondary" isPending={isRunning} onPress={() => run()}>
          {t('account.giveUp')}
        </Button>
      </div>
    </>
  );
}

function Confirmation(props: { isConfirmed: boolean; label: string }) {
  return (
    <StateChip
      tone={props.isConfirmed ? 'good' : 'attention'}
      icon={props.isConfirmed ? RiCheckLine : RiTimeLine}
      label={props.label}
    />
  );
}
