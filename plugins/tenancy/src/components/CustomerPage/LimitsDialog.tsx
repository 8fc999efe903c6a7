import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text, TextField } from '@backstage/ui';
import { FormDialog, useAction } from '@freehold/plugin-tenancy-react';
import { useCallback, useState } from 'react';
import {
  tenancyApiRef,
  type Customer,
  type LimitsChange,
  type Usage,
} from '../../api';
import { tenancyTranslationRef } from '../../translation';

const NUMBERS = ['requestsPerMinute', 'deploymentsPerHour', 'sites'] as const;
type NumberName = (typeof NUMBERS)[number];

/** Agrees limits with one customer; an empty field is as in its tier. */
export function LimitsDialog(props: {
  customer: Customer;
  usage: Usage;
  onSaved: () => void;
  onClose: () => void;
}) {
  const { customer, usage, onSaved, onClose } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const api = useApi(tenancyApiRef);
  const [texts, setTexts] = useState<Record<NumberName, string>>({
    requestsPerMinute: `${usage.ownLimits.requestsPerMinute ?? ''}`,
    deploymentsPerHour: `${usage.ownLimits.deploymentsPerHour ?? ''}`,
    sites: `${usage.ownLimits.sites ?? ''}`,
  });
  const { run, isRunning, error } = useAction(
    useCallback(
      (change: LimitsChange) => api.updateCustomerLimits(customer.slug, change),
      [api, customer],
    ),
  );

  const submit = async () => {
    const change = Object.fromEntries(
      NUMBERS.map(name => [name, texts[name] ? Number(texts[name]) : null]),
    );
    if (await run(change)) onSaved();
  };

  return (
    <FormDialog
      title={t('usage.edit.title', { name: customer.name })}
      action={t('usage.edit.save')}
      isRunning={isRunning}
      error={error}
      errorTitle={t('usage.edit.failed')}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text color="secondary">
        {t('usage.edit.lead', { tier: t(`tier.${usage.tier}`) })}
      </Text>
      {NUMBERS.map(name => (
        <TextField
          key={name}
          label={t(`usage.edit.${name}`)}
          description={t('usage.edit.ofTier', {
            limit: new Intl.NumberFormat().format(usage.tierLimits[name]),
          })}
          value={texts[name]}
          onChange={text => setTexts({ ...texts, [name]: text })}
          inputMode="numeric"
          pattern="[0-9]*"
          maxLength={6}
          autoComplete="off"
          validationBehavior="native"
        />
      ))}
    </FormDialog>
  );
}
