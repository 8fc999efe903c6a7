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
import { accessTranslationRef } from '../../accessTranslation';
import { tenancyApiRef, type Customer } from '../../api';
import { useMutation } from '../../hooks';

/** Ends the suspension of a customer. */
export function ResumeDialog(props: {
  customer: Customer;
  onDone: () => void;
  onClose: () => void;
}) {
  const { customer, onDone, onClose } = props;
  const { t } = useTranslationRef(accessTranslationRef);
  const api = useApi(tenancyApiRef);
  const { run, isRunning, error } = useMutation(
    useCallback(() => api.resumeCustomer(customer.slug), [api, customer]),
  );

  const resume = async () => {
    if (await run()) {
      onDone();
      onClose();
    }
  };

  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} width={480}>
      <DialogHeader>
        {t('suspension.resumeTitle', { name: customer.name })}
      </DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          <Text as="p">{t('suspension.resumeConsequence')}</Text>
          {error && (
            <ErrorPanel title={t('suspension.resumeFailed')} error={error} />
          )}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button slot="close" variant="secondary">
          {t('cancel')}
        </Button>
        <Button variant="primary" isPending={isRunning} onPress={resume}>
          {t('suspension.resumeAction')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
