import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select, TextField } from '@backstage/ui';
import { Section } from '@freehold/plugin-tenancy-react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { costsApiRef, type ImportOptions, type Source } from '../../api';
import { useCostsPaths } from '../../hooks/useCostsPaths';
import { useChargesUpload } from '../../hooks/useChargesUpload';
import { importsTranslationRef } from '../../importsTranslation';
import { DropBox } from './DropBox';
import styles from './ImportFile.module.css';

const NEW = 'new source';
const FOUND = 'found by reading';
const WINDOWS = 'windows-1252';
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

  const [mode, setMode] = useState<ImportOptions['mode']>('replace');
  const [encoding, setEncoding] = useState<ImportOptions['encoding']>();

  const upload = useChargesUpload({
    said: { mode, encoding },
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
        <Select
          label={t('upload.mode')}
          description={t(`upload.modeHint.${mode ?? 'replace'}`)}
          size="medium"
          options={[
            { id: 'replace', label: t('upload.modes.replace') },
            { id: 'add', label: t('upload.modes.add') },
          ]}
          value={mode ?? null}
          onChange={key => setMode(key === 'add' ? 'add' : 'replace')}
        />
        <Select
          label={t('upload.encoding')}
          description={t('upload.encodingHint')}
          size="medium"
          options={[
            { id: FOUND, label: t('upload.encodingFound') },
            { id: WINDOWS, label: 'Windows-1252' },
          ]}
          value={encoding ?? FOUND}
          onChange={key => setEncoding(key === WINDOWS ? WINDOWS : undefined)}
        />
      </div>
      <DropBox upload={upload} isReady={isReady} />
    </Section>
  );
}
