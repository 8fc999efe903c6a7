import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { ErrorPanel, useAction } from '@freehold/plugin-tenancy-react';
import { useCallback } from 'react';
import { tenancyApiRef, type Mail } from '../../api';
import { tenancyTranslationRef } from '../../translation';

/** Tries anew to send a mail that failed. */
export function SendAgainButton(props: { mail: Mail; onQueued: () => void }) {
  const { mail, onQueued } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const api = useApi(tenancyApiRef);
  const { run, isRunning, error } = useAction(
    useCallback(async () => {
      await api.sendMailAgain(mail.tenant, mail.id);
      onQueued();
    }, [api, mail, onQueued]),
  );
  return (
    <>
      {error && (
        <ErrorPanel title={t('outbox.mail.againFailed')} error={error} />
      )}
      <Button variant="primary" isPending={isRunning} onPress={() => run()}>
        {t('outbox.mail.again')}
      </Button>
    </>
  );
}
