import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Select, Text, TextField } from '@backstage/ui';
import {
  FormDialog,
  formatMoney,
  useAction,
} from '@freehold/plugin-tenancy-react';
import { Decimal } from 'decimal.js';
import { useState } from 'react';
import { costsApiRef, type Markup } from '../../api';
import { addMonths, todayInUtc } from '../../domain/DayRange';
import { formatMonth } from '../../domain/formatDays';
import { serviceCategories } from '../../domain/serviceCategories';
import { useCustomers } from '../../hooks/useMarkups';
import { useValueNames } from '../../hooks/useValueNames';
import { markupsTranslationRef } from '../../markupsTranslation';

const PERCENT = /^-?\d{1,5}(\.\d{1,4})?$/;
const EVERY = 'every';
const MONTHS_BACK = 12;
const MONTHS_AHEAD = 12;

/** Takes a mark-up; what an existing one is for stays as it is. */
export function MarkupDialog(props: {
  of?: Markup;
  onClose: () => void;
  onDone: () => Promise<unknown>;
}) {
  const { of, onClose, onDone } = props;
  const { t } = useTranslationRef(markupsTranslationRef);
  const api = useApi(costsApiRef);
  const thisMonth = `${todayInUtc().slice(0, 7)}-01`;
  const [customer, setCustomer] = useState(of?.customer);
  const [service, setService] = useState(of?.serviceCategory);
  const [validFrom, setValidFrom] = useState(of?.validFrom ?? thisMonth);
  const [percent, setPercent] = useState(of?.percent ?? '');
  const isPercent = isPercentage(percent);
  const done = async () => {
    await onDone();
    onClose();
  };
  const save = useAction(async () => {
    await api.setMarkup({
      customer,
      serviceCategory: service,
      validFrom,
      percent,
    });
    await done();
  });
  const takeBack = useAction(async () => {
    await api.removeMarkup(of!.markupId);
    await done();
  });
  return (
    <FormDialog
      title={t('dialog.title')}
      action={t('dialog.save')}
      otherAction={
        of && (
          <Button
            variant="secondary"
            isDisabled={takeBack.isRunning}
            onPress={() => takeBack.run()}
          >
            {t('dialog.takeBack')}
          </Button>
        )
      }
      isDisabled={!isPercent}
      isRunning={save.isRunning}
      error={save.error ?? takeBack.error}
      errorTitle={t('dialog.refused')}
      onSubmit={() => save.run()}
      onClose={onClose}
    >
      <CustomerSelect
        value={customer}
        isFixed={Boolean(of)}
        onChange={setCustomer}
      />
      <Select
        label={t('service')}
        description={t('dialog.serviceHint')}
        isDisabled={Boolean(of)}
        options={[
          { id: EVERY, label: t('allServices') },
          ...serviceCategories.map(id => ({ id, label: id })),
        ]}
        value={service ?? EVERY}
        onChange={key =>
          setService(serviceCategories.find(category => category === key))
        }
      />
      <Select
        label={t('from')}
        description={t('dialog.fromHint')}
        isDisabled={Boolean(of)}
        options={monthsAround(validFrom, thisMonth).map(id => ({
          id,
          label: formatMonth(id),
        }))}
        value={validFrom}
        onChange={key => setValidFrom(String(key))}
      />
      <TextField
        label={t('dialog.percent')}
        description={t('dialog.percentHint')}
        autoComplete="off"
        inputMode="decimal"
        value={percent}
        onChange={setPercent}
        validate={() =>
          percent === '' || isPercent ? null : t('dialog.percentProblem')
        }
        validationBehavior="aria"
        isRequired
      />
      {isPercent && (
        <Text as="p">
          {t('dialog.example', {
            cost: formatMoney('100', 'EUR'),
            price: formatMoney(new Decimal(percent).plus(100).toFixed(), 'EUR'),
          })}
        </Text>
      )}
    </FormDialog>
  );
}

function CustomerSelect(props: {
  value: string | undefined;
  isFixed: boolean;
  onChange: (customer: string | undefined) => void;
}) {
  const { value, isFixed, onChange } = props;
  const { t } = useTranslationRef(markupsTranslationRef);
  const { data } = useCustomers(!isFixed);
  const nameOf = useValueNames('customer', isFixed && value ? [value] : []);
  const known =
    isFixed && value
      ? [{ slug: value, name: nameOf({ value }) }]
      : (data ?? []);
  return (
    <Select
      label={t('customer')}
      description={t('dialog.customerHint')}
      isDisabled={isFixed}
      options={[
        { id: EVERY, label: t('allCustomers') },
        ...known.map(({ slug, name }) => ({ id: slug, label: name })),
      ]}
      value={value ?? EVERY}
      onChange={key => onChange(key === EVERY ? undefined : String(key))}
    />
  );
}

function isPercentage(text: string): boolean {
  return PERCENT.test(text) && new Decimal(text).gt(-100);
}

/** Newest first; the month that is chosen is always one of them. */
function monthsAround(chosen: string, thisMonth: string): string[] {
  const months = Array.from(
    { length: MONTHS_BACK + MONTHS_AHEAD + 1 },
    (_, index) => addMonths(thisMonth, MONTHS_AHEAD - index),
  );
  return months.includes(chosen) ? months : [...months, chosen];
}
