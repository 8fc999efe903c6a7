import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Radio, RadioGroup, Text, TextAreaField } from '@backstage/ui';
import { ConfirmByName } from '@freehold/plugin-tenancy-react';
import { useState } from 'react';
import { accessTranslationRef } from '../../accessTranslation';
import { tenancyApiRef, type Customer, type Suspension } from '../../api';
import styles from '../members/RolePicker.module.css';

/** Suspends a customer: with a reason, its sites or not, by its typed name. */
export function SuspendDialog(props: {
  customer: Customer;
  onDone: () => void;
  onClose: () => void;
}) {
  const { customer, onDone, onClose } = props;
  const { t } = useTranslationRef(accessTranslationRef);
  const api = useApi(tenancyApiRef);
  const [reason, setReason] = useState('');
  const [sites, setSites] = useState<Suspension['sites']>('keep');
  return (
    <ConfirmByName
      isOpen
      onClose={onClose}
      title={t('suspension.title', { name: customer.name })}
      consequence={t('suspension.consequence')}
      name={customer.name}
      action={t('suspension.action')}
      isComplete={reason.trim() !== ''}
      onConfirm={async () => {
        await api.suspendCustomer(customer.slug, {
          reason: reason.trim(),
          sites,
        });
        onDone();
      }}
    >
      <RadioGroup
        label={t('suspension.sites')}
        value={sites}
        onChange={chosen => setSites(chosen as Suspension['sites'])}
      >
        <Choice
          value="keep"
          label={t('suspension.keep')}
          meaning={t('suspension.keepMeans')}
        />
        <Choice
          value="suspend"
          label={t('suspension.suspendSites')}
          meaning={t('suspension.suspendSitesMeans')}
        />
      </RadioGroup>
      <TextAreaField
        label={t('suspension.reason')}
        description={t('suspension.reasonAdvice')}
        value={reason}
        onChange={setReason}
        maxLength={500}
      />
    </ConfirmByName>
  );
}

function Choice(props: { value: string; label: string; meaning: string }) {
  return (
    <Radio value={props.value}>
      <span className={styles.role}>
        <Text as="span">{props.label}</Text>
        <Text as="span" variant="body-small" color="secondary">
          {props.meaning}
        </Text>
      </span>
    </Radio>
  );
}
