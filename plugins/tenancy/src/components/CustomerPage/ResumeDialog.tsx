import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { FormDialog, useAction } from '@freehold/plugin-tenancy-react';
import { useCallback } from 'react';
import { accessTranslationRef } from '../../accessTranslation';
import { tenancyApiRef, type Customer } from '../../api';

/** Ends the suspension of a customer. */
export function ResumeDialog(props: {
  customer: Customer;
  onDone: () => void;
  onClose: () => void;
}) {
  const { customer, onDone, onClose } = props;
  const { t } = useTranslationRef(accessTranslationRef);
  const api = useApi(tenancyApiRef);
  const { run, isRunning, error } = useAction(
    useCallback(() => api.resumeCustomer(customer.slug), [api, customer]),
  );

  const resume = async () => {
    if (await run()) {
      onDone();
      onClose();
    }
  };

  return (
    <FormDialog
      title={t('suspension.resumeTitle', { name: customer.name })}
      action={t('suspension.resumeAction')}
      isRunning={isRunning}
      error={error}
      errorTitle={t('suspension.resumeFailed')}
      onSubmit={resume}
      onClose={onClose}
    >
      <Text as="p">{t('suspension.resumeConsequence')}</Text>
    </FormDialog>
  );
}
