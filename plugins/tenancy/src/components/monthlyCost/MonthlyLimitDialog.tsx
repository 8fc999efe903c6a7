import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text, TextAreaField, TextField } from '@backstage/ui';
import { AMOUNT_PATTERN } from '@freehold/plugin-sites-common';
import { FormDialog, useAction } from '@freehold/plugin-tenancy-react';
import { useCallback, useState } from 'react';
import { tenancyApiRef, type Customer, type MonthlyCost } from '../../api';
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
  const { run, isRunning, error } = useAction(
    useCallback(
      (limit: { amount: string | null; reason: string }) =>
        api.setMonthlyLimit(customer.slug, limit),
      [api, customer],
    ),
  );
  const currency = cost.limit?.currency;
  const isAmount = amount === '' || amountPattern.test(amount);
  const submit = async () => {
    const limit = { amount: amount || null, reason: reason.trim() };
    if (await run(limit)) onSaved();
  };
  return (
    <FormDialog
      title={t('edit.title', { name: customer.name })}
      action={cost.limit && amount === '' ? t('edit.remove') : t('edit.save')}
      isDisabled={!isAmount || reason.trim() === ''}
      isRunning={isRunning}
      error={error}
      errorTitle={t('edit.failed')}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text color="secondary">{t('edit.lead')}</Text>
      <TextField
        label={currency ? t('edit.amount', { currency }) : t('edit.amountFree')}
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
    </FormDialog>
  );
}
