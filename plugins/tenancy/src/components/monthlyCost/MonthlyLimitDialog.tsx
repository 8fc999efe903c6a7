import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Text,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import { AMOUNT_PATTERN } from '@freehold/plugin-sites-common';
import { ErrorPanel } from '@freehold/plugin-tenancy-react';
import { useCallback, useState, type FormEvent } from 'react';
import { tenancyApiRef, type Customer, type MonthlyCost } from '../../api';
import { useMutation } from '../../hooks';
import { monthlyCostTranslationRef } from '../../monthlyCostTranslation';

const amountPattern = new RegExp(AMOUNT_PATTERN);
const LONGEST_REASON = 500;

/** Sets what a customer's sites may cost a month, with a reason. */
export function MonthlyLimitDialog(props: {
  customer: Customer;
  cost: MonthlyCost;
  onSaved: () => void;
  onClose: () => void;
}) {
  const { customer, cost, onSaved, onClose } = props;
  const { t } = useTranslationRef(monthlyCostTranslationRef);
  const api = useApi(tenancyApiRef);
  const [amount, setAmount] = useState(cost.limit?.amount ?? '');
  const [reason, setReason] = useState('');
  const { run, isRunning, error } = useMutation(
    useCallback(
      (limit: { amount: string | null; reason: string }) =>
        api.setMonthlyLimit(customer.slug, limit),
      [api, customer],
    ),
  );
  const currency = cost.limit?.currency;
  const isAmount = amount === '' || amountPattern.test(amount);
  const isReady = isAmount && reason.trim() !== '';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    const limit = { amount: amount || null, reason: reason.trim() };
    if (await run(limit)) onSaved();
  };
  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} width={480}>
      <form onSubmit={submit} noValidate>
        <DialogHeader>{t('edit.title', { name: customer.name })}</DialogHeader>
        <DialogBody>
          <Flex direction="column" gap="4">
            <Text color="secondary">{t('edit.lead')}</Text>
            <TextField
              label={
                currency ? t('edit.amount', { currency }) : t('edit.amountFree')
              }
              description={t('edit.amountHint')}
              value={amount}
              onChange={text => setAmount(text.trim().replace(',', '.'))}
              inputMode="decimal"
              maxLength={19}
              autoComplete="off"
              validate={() => (isAmount ? null : t('edit.amountProblem'))}
              validationBehavior="aria"
            />
            <TextAreaField
              label={t('edit.reason')}
              description={t('edit.reasonHint')}
              value={reason}
              onChange={setReason}
              maxLength={LONGEST_REASON}
              isRequired
            />
            {error && <ErrorPanel title={t('edit.failed')} error={error} />}
          </Flex>
        </DialogBody>
        <DialogFooter>
          <Button slot="close" variant="secondary">
            {t('edit.cancel')}
          </Button>
          <Button
            type="submit"
            variant="primary"
            isDisabled={!isReady}
            isPending={isRunning}
          >
            {cost.limit && amount === '' ? t('edit.remove') : t('edit.save')}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
