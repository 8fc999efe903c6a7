import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Skeleton, TextField } from '@backstage/ui';
import {
  CopyButton,
  ErrorPanel,
  useAction,
} from '@freehold/plugin-tenancy-react';
import { QRCodeSVG } from 'qrcode.react';
import { useCallback, type FormEvent } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { securityTranslationRef } from '../../securityTranslation';
import type { Enrolled, SecurityClient, TotpSetup } from '../../session';
import { valueOf } from '../../signin/fieldOf';
import { CodeInput } from './CodeInput';
import styles from './factors.module.css';

const QR_SIZE = 168;
const LONGEST_NAME = 60;

/** Scan, type the code, done. */
export function TotpEnrolment(props: {
  client: Pick<SecurityClient, 'beginTotp' | 'confirmTotp'>;
  onDone: (enrolled: Enrolled) => void;
}) {
  const { client, onDone } = props;
  const { t } = useTranslationRef(securityTranslationRef);
  const setup = useAsyncRetry(() => client.beginTotp(), [client]);
  const id = setup.value?.authenticatorId;
  const { run, isRunning, error } = useAction(
    useCallback(
      (input: { code: string; name: string }) => client.confirmTotp(id!, input),
      [client, id],
    ),
  );

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const enrolled = await run({
      code: valueOf(form, 'code'),
      name: valueOf(form, 'name'),
    });
    if (enrolled) onDone(enrolled);
  };

  if (setup.error) {
    return <ErrorPanel error={setup.error} onRetry={setup.retry} />;
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <ScanPanel setup={setup.value} />
      <CodeInput label={t('enrol.code')} />
      <TextField
        label={t('enrol.appName')}
        description={t('enrol.appNameAdvice')}
        name="name"
        size="medium"
        defaultValue={t('enrol.appNameDefault')}
        maxLength={LONGEST_NAME}
        isRequired
        validationBehavior="native"
      />
      {error && (
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
        isDisabled={!id}
      >
        {t('enrol.confirm')}
      </Button>
    </form>
  );
}

function ScanPanel(props: { setup?: TotpSetup }) {
  const { setup } = props;
  const { t } = useTranslationRef(securityTranslationRef);
  return (
    <div className={styles.setup}>
      <div className={styles.qrCode}>
        {setup ? (
          <QRCodeSVG
            value={setup.uri}
            size={QR_SIZE}
            title={t('enrol.qrCode')}
          />
        ) : (
          <Skeleton width={QR_SIZE} height={QR_SIZE} />
        )}
      </div>
      <div className={styles.secret}>
        <p>{t('enrol.scan')}</p>
        <p>{t('enrol.secret')}</p>
        {setup ? (
          <>
            <code>{inGroups(setup.secret)}</code>
            <CopyButton text={setup.secret} what={t('enrol.secretWhat')} />
          </>
        ) : (
          <Skeleton width="100%" height="1.25rem" />
        )}
      </div>
    </div>
  );
}

function inGroups(secret: string): string {
  return secret.match(/.{1,4}/g)!.join(' ');
}
