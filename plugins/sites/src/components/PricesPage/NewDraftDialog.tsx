import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text, TextAreaField, TextField } from '@backstage/ui';
import { PRICE_VERSION_PATTERN } from '@freehold/plugin-sites-common';
import { FormDialog, useAction } from '@freehold/plugin-tenancy-react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { pricesApiRef } from '../../api';
import { usePricesPaths } from '../../hooks/usePricesPaths';
import { pricesTranslationRef } from '../../pricesTranslation';
import { today } from './formatDay';

const LONGEST_SOURCE = 500;
const version = new RegExp(PRICE_VERSION_PATTERN);

/** Begins a draft of what holds now, and leads to it. */
export function NewDraftDialog(props: {
  onClose: () => void;
  onBegun: () => Promise<unknown>;
}) {
  const { onClose, onBegun } = props;
  const { t } = useTranslationRef(pricesTranslationRef);
  const api = useApi(pricesApiRef);
  const paths = usePricesPaths();
  const navigate = useNavigate();
  const [name, setName] = useState(today().slice(0, 7));
  const [source, setSource] = useState('');
  const { run, isRunning, error } = useAction(async () => {
    const draft = await api.createPriceBook({
      version: name.trim(),
      source: source.trim(),
    });
    await onBegun();
    navigate(paths.book(draft.priceBookId));
  });
  return (
    <FormDialog
      title={t('draft.title')}
      action={t('draft.submit')}
      isDisabled={!version.test(name.trim()) || source.trim() === ''}
      isRunning={isRunning}
      error={error}
      errorTitle={t('draft.failed')}
      onSubmit={() => run()}
      onClose={onClose}
    >
      <Text as="p">{t('draft.lead')}</Text>
      <TextField
        label={t('draft.version')}
        description={t('draft.versionHint', { example: '2026-12' })}
        value={name}
        onChange={setName}
        maxLength={40}
        autoComplete="off"
        isRequired
      />
      <TextAreaField
        label={t('draft.source')}
        description={t('draft.sourceHint')}
        value={source}
        onChange={setSource}
        maxLength={LONGEST_SOURCE}
        isRequired
      />
    </FormDialog>
  );
}
