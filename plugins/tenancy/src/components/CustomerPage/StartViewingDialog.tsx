import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select, Text, TextAreaField } from '@backstage/ui';
import { FormDialog, useAction } from '@freehold/plugin-tenancy-react';
import { useCallback, useState } from 'react';
import { accessTranslationRef } from '../../accessTranslation';
import { tenancyApiRef, type Customer, type NewViewing } from '../../api';
import { loadPage } from '../../session/loadPage';

const MINUTES = [15, 30, 60];

/** Asks why, and begins to view as the customer on a page loaded anew. */
export function StartViewingDialog(props: {
  customer: Customer;
  onClose: () => void;
}) {
  const { customer, onClose } = props;
  const { t } = useTranslationRef(accessTranslationRef);
  const api = useApi(tenancyApiRef);
  const [reason, setReason] = useState('');
  const [minutes, setMinutes] = useState(MINUTES[0]);
  const { run, isRunning, error } = useAction(
    useCallback(
      async (viewing: NewViewing) => {
        await api.startViewingAs(customer.slug, viewing);
        loadPage('/');
      },
      [api, customer.slug],
    ),
  );

  const submit = () => run({ reason: reason.trim(), minutes });

  return (
    <FormDialog
      title={t('viewing.title', { name: customer.name })}
      action={t('viewing.action')}
      isDisabled={!reason.trim()}
      isRunning={isRunning}
      error={error}
      errorTitle={t('viewing.failed')}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text as="p">{t('viewing.consequence')}</Text>
      <TextAreaField
        label={t('viewing.reasonLabel')}
        description={t('viewing.reasonAdvice')}
        value={reason}
        onChange={setReason}
        maxLength={500}
      />
      <Select
        label={t('viewing.minutes')}
        value={String(minutes)}
        onChange={chosen => setMinutes(Number(chosen))}
        options={MINUTES.map(each => ({
          value: String(each),
          label: t('viewing.minutesOption', { minutes: String(each) }),
        }))}
      />
    </FormDialog>
  );
}
