import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { FormDialog, useAction } from '@freehold/plugin-tenancy-react';
import { useCallback } from 'react';
import { tenancyApiRef, type Customer } from '../../api';
import { tenancyTranslationRef } from '../../translation';

/** Lets a customer's members in again. */
export function ReactivateDialog(props: {
  customer: Customer;
  onDone: () => void;
  onClose: () => void;
}) {
  const { customer, onDone, onClose } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const api = useApi(tenancyApiRef);
  const { run, isRunning, error } = useAction(
    useCallback(() => api.reactivateCustomer(customer.slug), [api, customer]),
  );

  const reactivate = async () => {
    if (await run()) {
      onDone();
      onClose();
    }
  };

  return (
    <FormDialog
      title={t('reactivation.title', { name: customer.name })}
      action={t('reactivation.action')}
      isRunning={isRunning}
      error={error}
      errorTitle={t('reactivation.failed')}
      onSubmit={reactivate}
      onClose={onClose}
    >
      <Text as="p">{t('reactivation.consequence')}</Text>
    </FormDialog>
  );
}
