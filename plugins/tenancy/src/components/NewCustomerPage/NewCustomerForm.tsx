import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink, TextField } from '@backstage/ui';
import type { CustomerTier } from '@freehold/plugin-tenancy-common';
import { ErrorPanel } from '@freehold/plugin-tenancy-react';
import { useState, type FormEvent } from 'react';
import type { NewCustomer } from '../../api';
import { tenancyTranslationRef } from '../../translation';
import { CustomerTermsFields } from '../CustomerTermsFields';
import styles from '../lists.module.css';
import { slugProblem, suggestSlug } from './slugProblem';

/** A customer and its first owner. */
export function NewCustomerForm(props: {
  onSubmit: (customer: NewCustomer) => void;
  isRunning: boolean;
  error: Error | undefined;
}) {
  const { onSubmit, isRunning, error } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const [name, setName] = useState('');
  const [ownSlug, setOwnSlug] = useState<string>();
  const [tier, setTier] = useState<CustomerTier>('standard');
  const [requiresApproval, setRequiresApproval] = useState(false);
  const [displayName, setDisplayName] = useState('');
  const [email, setEmail] = useState('');
  const slug = ownSlug ?? suggestSlug(name);
  const problem = slug ? slugProblem(slug) : undefined;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (problem || isRunning) return;
    onSubmit({
      slug,
      name: name.trim(),
      tier,
      requiresApproval,
      owner: { displayName: displayName.trim(), email: email.trim() },
    });
  };

  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField
        label={t('customerForm.name')}
        description={t('customerForm.nameAdvice')}
        value={name}
        onChange={setName}
        maxLength={100}
        autoComplete="off"
        isRequired
        validationBehavior="native"
      />
      <SlugField value={slug} onChange={setOwnSlug} problem={problem} />
      <CustomerTermsFields
        tier={tier}
        onTier={setTier}
        requiresApproval={requiresApproval}
        onRequiresApproval={setRequiresApproval}
      />
      <fieldset>
        <legend>{t('customerForm.ownerTitle')}</legend>
        <TextField
          label={t('customerForm.ownerName')}
          value={displayName}
          onChange={setDisplayName}
          maxLength={100}
          autoComplete="off"
          isRequired
          validationBehavior="native"
        />
        <TextField
          label={t('customerForm.ownerEmail')}
          type="email"
          value={email}
          onChange={setEmail}
          maxLength={254}
          autoComplete="off"
          isRequired
          validationBehavior="native"
        />
      </fieldset>
      {error && (
        <ErrorPanel title={t('customerForm.createFailed')} error={error} />
      )}
      <div className={styles.buttons}>
        <Button type="submit" variant="primary" isPending={isRunning}>
          {t('customerForm.create')}
        </Button>
        <ButtonLink href="/customers" variant="secondary">
          {t('customerForm.cancel')}
        </ButtonLink>
      </div>
    </form>
  );
}

function SlugField(props: {
  value: string;
  onChange: (slug: string) => void;
  problem: 'invalid' | 'reserved' | undefined;
}) {
  const { value, onChange, problem } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const messages = {
    invalid: t('customerForm.slugInvalid'),
    reserved: t('customerForm.slugReserved'),
  };
  return (
    <TextField
      label={t('customerForm.slug')}
      description={t('customerForm.slugAdvice')}
      value={value}
      onChange={onChange}
      validate={() => (problem ? messages[problem] : null)}
      validationBehavior="aria"
      maxLength={40}
      autoComplete="off"
      spellCheck="false"
      isRequired
    />
  );
}
