import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, TextField } from '@backstage/ui';
import { ErrorPanel, useAction } from '@freehold/plugin-tenancy-react';
import { useCallback, type FormEvent } from 'react';
import { securityTranslationRef } from '../../securityTranslation';
import {
  createPasskey,
  PasskeyCancelled,
  type Enrolled,
  type SecurityClient,
} from '../../session';
import { valueOf } from '../../signin/fieldOf';
import styles from './factors.module.css';

const LONGEST_NAME = 60;

/** Names a passkey and has the browser make it. */
export function PasskeyEnrolment(props: {
  client: Pick<SecurityClient, 'beginPasskey' | 'addPasskey'>;
  onDone: (enrolled: Enrolled) => void;
}) {
  const { client, onDone } = props;
  const { t } = useTranslationRef(securityTranslationRef);
  const { run, isRunning, error } = useAction(
    useCallback(
      async (name: string) => {
        const response = await createPasskey(await client.beginPasskey());
        return client.addPasskey({ name, response });
      },
      [client],
    ),
  );

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const enrolled = await run(valueOf(event.currentTarget, 'name'));
    if (enrolled) onDone(enrolled);
  };

  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField
        label={t('enrol.passkeyName')}
        description={t('enrol.passkeyNameAdvice')}
        name="name"
        size="medium"
        defaultValue={t('enrol.passkeyNameDefault')}
        maxLength={LONGEST_NAME}
        isRequired
        validationBehavior="native"
      />
      {error instanceof PasskeyCancelled && (
        <Alert
          role="alert"
          status="warning"
          icon
          title={t('enrol.failed')}
          description={t('enrol.passkeyCancelled')}
        />
      )}
      {error && !(error instanceof PasskeyCancelled) && (
        <ErrorPanel
          error={error}
          title={t('enrol.failed')}
          reassurance={t('enrol.reassurance')}
        />
      )}
      <Button
        type="submit"
        variant="primary"
        size="medium"
        isPending={isRunning}
      >
        {t('enrol.createPasskey')}
      </Button>
    </form>
  );
}
