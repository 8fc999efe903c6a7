import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Select } from '@backstage/ui';
import { Section, useUpload } from '@freehold/plugin-tenancy-react';
import { useState } from 'react';
import { costsApiRef, type Source, type TotalsImported } from '../../api';
import { importsTranslationRef } from '../../importsTranslation';
import { DropBox } from '../ImportsPage/DropBox';
import styles from '../ImportsPage/ImportFile.module.css';

/** Takes what many invoices say, as a list. */
export function ImportTotals(props: {
  sources: readonly Source[];
  onDone: () => Promise<unknown>;
}) {
  const { onDone, sources } = props;
  const { t } = useTranslationRef(importsTranslationRef);
  const api = useApi(costsApiRef);
  const [chosen, setChosen] = useState<string>();
  const source =
    chosen ?? (sources.length === 1 ? sources[0].sourceId : undefined);
  const [done, setDone] = useState<TotalsImported>();
  const upload = useUpload<TotalsImported>({
    send: (file, progress) =>
      api.importInvoiceTotals(source as string, file, progress),
    onReceived: outcome => {
      setDone(outcome);
      void onDone();
    },
  });
  const failed = upload.state.step === 'failed';
  return (
    <Section
      title={t('reconciliation.list')}
      description={t('reconciliation.listLead')}
    >
      <div className={styles.fields}>
        <Select
          label={t('upload.source')}
          size="medium"
          options={sources.map(it => ({ id: it.sourceId, label: it.name }))}
          value={source ?? null}
          onChange={key => setChosen(String(key))}
        />
      </div>
      <DropBox
        upload={upload}
        isReady={Boolean(source)}
        needs={t('reconciliation.listNeedsSource')}
      />
      {done && !failed && (
        <Alert
          role="status"
          status="success"
          icon
          title={t('reconciliation.listDone', {
            entered: done.entered.toLocaleString(),
            unchanged: done.unchanged.toLocaleString(),
          })}
        />
      )}
    </Section>
  );
}
