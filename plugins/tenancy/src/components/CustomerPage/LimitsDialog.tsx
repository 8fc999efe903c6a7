import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Text,
  TextField,
} from '@backstage/ui';
import { ErrorPanel } from '@freehold/plugin-tenancy-react';
import { useCallback, useState, type FormEvent } from 'react';
import {
  tenancyApiRef,
  type Customer,
  type LimitsChange,
  type Usage,
} from '../../api';
import { useMutation } from '../../hooks';
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
  const { run, isRunning, error } = useMutation(
    useCallback(
      (change: LimitsChange) => api.updateCustomerLimits(customer.slug, change),
      [api, customer],
    ),
  );

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const change = Object.fromEntries(
      NUMBERS.map(name => [name, texts[name] ? Number(texts[name]) : null]),
    );
    if (await run(change)) onSaved();
  };

  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} width={480}>
      <form onSubmit={submit}>
        <DialogHeader>
          {t('usage.edit.title', { name: customer.name })}
        </DialogHeader>
        <DialogBody>
          <Flex direction="column" gap="4">
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
            {error && (
              <ErrorPanel title={t('usage.edit.failed')} error={error} />
            )}
          </Flex>
        </DialogBody>
        <DialogFooter>
          <Button slot="close" variant="secondary">
            {t('usage.edit.cancel')}
          </Button>
          <Button type="submit" variant="primary" isPending={isRunning}>
            {t('usage.edit.save')}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
