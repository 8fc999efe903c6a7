import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  TextField,
} from '@backstage/ui';
import { ErrorPanel } from '@freehold/plugin-tenancy-react';
import { useCallback, useState, type FormEvent } from 'react';
import { tenancyApiRef, type Customer, type CustomerChange } from '../../api';
import { useMutation } from '../../hooks';
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
  const { run, isRunning, error } = useMutation(
    useCallback(
      (change: CustomerChange) => api.updateCustomer(customer.slug, change),
      [api, customer],
    ),
  );

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await run({ name: name.trim(), tier, requiresApproval })) onSaved();
  };

  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} width={480}>
      <form onSubmit={submit}>
        <DialogHeader>
          {t('customerForm.editTitle', { name: customer.name })}
        </DialogHeader>
        <DialogBody>
          <Flex direction="column" gap="4">
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
            {error && (
              <ErrorPanel title={t('customerForm.saveFailed')} error={error} />
            )}
          </Flex>
        </DialogBody>
        <DialogFooter>
          <Button slot="close" variant="secondary">
            {t('customerForm.cancel')}
          </Button>
          <Button type="submit" variant="primary" isPending={isRunning}>
            {t('customerForm.save')}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
