import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Checkbox, Text, TextField } from '@backstage/ui';
import { FormDialog, useAction } from '@freehold/plugin-tenancy-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { costsApiRef } from '../../api';
import { toParameters } from '../../domain/viewParameters';
import { useReader } from '../../hooks/useReader';
import { lookingTranslationRef } from '../../lookingTranslation';

/** Keeps what the page shows under a name. */
export function SaveViewDialog(props: {
  onClose: () => void;
  onDone: () => Promise<unknown>;
}) {
  const { onClose, onDone } = props;
  const { t } = useTranslationRef(lookingTranslationRef);
  const api = useApi(costsApiRef);
  const [params] = useSearchParams();
  const { me } = useReader();
  const [name, setName] = useState('');
  const [isShared, setShared] = useState(false);
  const [isFirst, setFirst] = useState(false);
  const save = useAction(async () => {
    const { viewId } = await api.saveView({
      name: name.trim(),
      parameters: toParameters(params),
      isShared,
    });
    if (isFirst) await api.setDefaultView(viewId);
    await onDone();
    onClose();
  });
  return (
    <FormDialog
      title={t('views.saveTitle')}
      action={t('views.saveAction')}
      isDisabled={name.trim() === ''}
      isRunning={save.isRunning}
      error={save.error}
      errorTitle={t('views.refused')}
      onSubmit={() => save.run()}
      onClose={onClose}
    >
      <Text as="p" color="secondary">
        {t('views.saveHint')}
      </Text>
      <TextField
        label={t('views.name')}
        value={name}
        onChange={setName}
        maxLength={80}
        autoComplete="off"
        isRequired
      />
      <Checkbox isSelected={isShared} onChange={setShared}>
        {t('views.share', { tenant: me?.tenantName ?? '' })}
      </Checkbox>
      <Checkbox isSelected={isFirst} onChange={setFirst}>
        {t('views.first')}
      </Checkbox>
    </FormDialog>
  );
}
