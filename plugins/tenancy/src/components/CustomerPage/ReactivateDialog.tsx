import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Text,
} from '@backstage/ui';
import { ErrorPanel } from '@freehold/plugin-tenancy-react';
import { useCallback } from 'react';
import { tenancyApiRef, type Customer } from '../../api';
import { useMutation } from '../../hooks';
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
  const { run, isRunning, error } = useMutation(
    useCallback(() => api.reactivateCustomer(customer.slug), [api, customer]),
  );

  const reactivate = async () => {
    if (await run()) {
      onDone();
      onClose();
    }
  };

  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} width={480}>
      <DialogHeader>
        {t('reactivation.title', { name: customer.name })}
      </DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          <Text as="p">{t('reactivation.consequence')}</Text>
          {error && (
            <ErrorPanel title={t('reactivation.failed')} error={error} />
          )}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button slot="close" variant="secondary">
          {t('customerForm.cancel')}
        </Button>
        <Button variant="primary" isPending={isRunning} onPress={reactivate}>
          {t('reactivation.action')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
