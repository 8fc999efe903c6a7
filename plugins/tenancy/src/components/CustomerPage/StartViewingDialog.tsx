import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Select,
  Text,
  TextAreaField,
} from '@backstage/ui';
import { ErrorPanel } from '@freehold/plugin-tenancy-react';
import { useCallback, useState, type FormEvent } from 'react';
import { accessTranslationRef } from '../../accessTranslation';
import { tenancyApiRef, type Customer, type NewViewing } from '../../api';
import { useMutation } from '../../hooks';
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
  const { run, isRunning, error } = useMutation(
    useCallback(
      async (viewing: NewViewing) => {
        await api.startViewingAs(customer.slug, viewing);
        loadPage('/');
      },
      [api, customer.slug],
    ),
  );

  const submit = (event: FormEvent) => {
    event.preventDefault();
    run({ reason: reason.trim(), minutes });
  };

  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} width={480}>
      <form onSubmit={submit}>
        <DialogHeader>
          {t('viewing.title', { name: customer.name })}
        </DialogHeader>
        <DialogBody>
          <Flex direction="column" gap="4">
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
            {error && <ErrorPanel title={t('viewing.failed')} error={error} />}
          </Flex>
        </DialogBody>
        <DialogFooter>
          <Button slot="close" variant="secondary">
            {t('cancel')}
          </Button>
          <Button
            type="submit"
            variant="primary"
            isPending={isRunning}
            isDisabled={!reason.trim()}
          >
            {t('viewing.action')}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
