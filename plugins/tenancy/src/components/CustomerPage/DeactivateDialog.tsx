import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextAreaField } from '@backstage/ui';
import { ConfirmByName } from '@freehold/plugin-tenancy-react';
import { useState } from 'react';
import { tenancyApiRef, type Customer } from '../../api';
import { tenancyTranslationRef } from '../../translation';

/** Deactivates a customer, with a reason and by its typed name. */
export function DeactivateDialog(props: {
  customer: Customer;
  onDone: () => void;
  onClose: () => void;
}) {
  const { customer, onDone, onClose } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const api = useApi(tenancyApiRef);
  const [reason, setReason] = useState('');
  return (
    <ConfirmByName
      isOpen
      onClose={onClose}
      title={t('deactivation.title', { name: customer.name })}
      consequence={t('deactivation.consequence')}
      name={customer.name}
      action={t('deactivation.action')}
      isComplete={reason.trim() !== ''}
      onConfirm={async () => {
        await api.deactivateCustomer(customer.slug, reason.trim());
        onDone();
      }}
    >
      <TextAreaField
        label={t('deactivation.reason')}
        description={t('deactivation.reasonAdvice')}
        value={reason}
        onChange={setReason}
        maxLength={500}
      />
    </ConfirmByName>
  );
}
