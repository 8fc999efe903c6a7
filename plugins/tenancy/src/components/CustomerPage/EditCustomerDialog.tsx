import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextField } from '@backstage/ui';
import { FormDialog, useAction } from '@freehold/plugin-tenancy-react';
import { useCallback, useState } from 'react';
import { tenancyApiRef, type Customer, type CustomerChange } from '../../api';
import { tenancyTranslationRef } from '../../translation';
import { CustomerTermsFields } from '../CustomerTermsFields';

/** Changes a customer's name and terms. */
export function EditCustomerDialog(props: {
  customer: Customer;
  onSaved: () => void;
  onClose: () => void;
}) {
  const { customer, onSaved, onClose } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const api = useApi(tenancyApiRef);
  const [name, setName] = useState(customer.name);
  const [tier, setTier] = useState(customer.tier);
  const [requiresApproval, setRequiresApproval] = useState(
    customer.requiresApproval,
  );
  const { run, isRunning, error } = useAction(
    useCallback(
      (change: CustomerChange) => api.updateCustomer(customer.slug, change),
      [api, customer],
    ),
  );

  const submit = async () => {
    if (await run({ name: name.trim(), tier, requiresApproval })) onSaved();
  };

  return (
    <FormDialog
      title={t('customerForm.editTitle', { name: customer.name })}
      action={t('customerForm.save')}
      isRunning={isRunning}
      error={error}
      errorTitle={t('customerForm.saveFailed')}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t('customerForm.name')}
        value={name}
        onChange={setName}
        maxLength={100}
        autoComplete="off"
        isRequired
        validationBehavior="native"
      />
      <CustomerTermsFields
        tier={tier}
        onTier={setTier}
        requiresApproval={requiresApproval}
        onRequiresApproval={setRequiresApproval}
      />
    </FormDialog>
  );
}
