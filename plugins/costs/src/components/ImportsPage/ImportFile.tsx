import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select, TextField } from '@backstage/ui';
import { Section } from '@freehold/plugin-tenancy-react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { costsApiRef, type Source } from '../../api';
import { useCostsPaths } from '../../hooks/useCostsPaths';
import { useUpload } from '../../hooks/useUpload';
import { importsTranslationRef } from '../../importsTranslation';
import { DropBox } from './DropBox';
import styles from './ImportFile.module.css';

const NEW = 'new source';
const CURRENCY = /^[A-Za-z]{3}$/;

/** Takes an export of a provider, for a source that is there or a new one. */
export function ImportFile(props: {
  sources: readonly Source[];
  onSourceMade: () => void;
}) {
  const { sources, onSourceMade } = props;
  const { t } = useTranslationRef(importsTranslationRef);
  const api = useApi(costsApiRef);
  const paths = useCostsPaths();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState(
    sources.length === 1 ? sources[0].sourceId : undefined,
  );
  const source = chosen ?? (sources.length === 0 ? NEW : undefined);
  const [name, setName] = useState('');
  const [currency, setCurrency] = useState('');
  const isCurrency = currency === '' || CURRENCY.test(currency);
  const isReady =
    source === NEW ? name.trim() !== '' && isCurrency : Boolean(source);

  const upload = useUpload({
    sourceFor: async () => {
      if (source !== NEW) return source as string;
      const made = await api.createSource({
        name: name.trim(),
        defaults: currency
          ? { BillingCurrency: currency.toUpperCase() }
          : undefined,
      });
      // The upload may still fail; the next try is then for the source made.
      setChosen(made.sourceId);
      onSourceMade();
      return made.sourceId;
    },
    onReceived: ({ importId }) => navigate(paths.import(importId)),
  });
  return (
    <Section title={t('upload.title')} description={t('upload.lead')}>
      <div className={styles.fields}>
        {sources.length > 0 && (
          <Select
            label={t('upload.source')}
            description={t('upload.sourceHint')}
            size="medium"
            options={[
              ...sources.map(it => ({ id: it.sourceId, label: it.name })),
              { id: NEW, label: t('upload.newSource') },
            ]}
            value={source ?? null}
            onChange={key => setChosen(String(key))}
          />
        )}
        {source === NEW && (
          <>
            <TextField
              label={t('upload.name')}
              description={t('upload.nameHint')}
              size="medium"
              maxLength={80}
              autoComplete="off"
              value={name}
              onChange={setName}
              isRequired
            />
            <TextField
              label={t('upload.currency')}
              description={t('upload.currencyHint')}
              size="medium"
              maxLength={3}
              autoComplete="off"
              value={currency}
              onChange={setCurrency}
              validate={() => (isCurrency ? null : t('upload.currencyProblem'))}
              validationBehavior="aria"
            />
          </>
        )}
      </div>
      <DropBox upload={upload} isReady={isReady} />
    </Section>
  );
}
