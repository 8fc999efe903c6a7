import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Checkbox, Text, TextField } from '@backstage/ui';
import { ErrorPanel, useAction } from '@freehold/plugin-tenancy-react';
import { useCallback, useState, type FormEvent } from 'react';
import { accessTranslationRef } from '../../accessTranslation';
import { tenancyApiRef, type Customer, type CustomerSettings } from '../../api';
import styles from '../lists.module.css';

/** Name, contact and approvals of a customer. */
export function SettingsForm(props: {
  customer: Customer;
  /** What the business asked for, members cannot end. */
  isMember: boolean;
  onSaved: () => void;
}) {
  const { customer, isMember, onSaved } = props;
  const { t } = useTranslationRef(accessTranslationRef);
  const api = useApi(tenancyApiRef);
  const [name, setName] = useState(customer.name);
  const [contactEmail, setContactEmail] = useState(customer.contactEmail ?? '');
  const [requiresApproval, setRequiresApproval] = useState(
    customer.requiresApproval,
  );
  const [isSaved, setSaved] = useState(false);
  const { run, isRunning, error } = useAction(
    useCallback(
      (settings: CustomerSettings) =>
        api.updateCustomerSettings(customer.slug, settings),
      [api, customer.slug],
    ),
  );
  const isFixed = isMember && customer.approvalAskedBy === 'business';
  const isUnchanged =
    name.trim() === customer.name &&
    contactEmail.trim() === (customer.contactEmail ?? '') &&
    requiresApproval === customer.requiresApproval;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setSaved(false);
    const saved = await run({
      name: name.trim(),
      contactEmail: contactEmail.trim(),
      ...(isFixed ? {} : { requiresApproval }),
    });
    if (saved) {
      setSaved(true);
      onSaved();
    }
  };

  return (
    <section className={styles.section} aria-labelledby="settings-title">
      <h2 id="settings-title">{t('organization.settings')}</h2>
      <form className={styles.form} onSubmit={submit}>
        <TextField
          label={t('organization.name')}
          description={t('organization.nameAdvice')}
          value={name}
          onChange={setName}
          maxLength={100}
          autoComplete="organization"
          isRequired
          validationBehavior="native"
        />
        <TextField
          label={t('organization.contact')}
          description={t('organization.contactAdvice')}
          type="email"
          value={contactEmail}
          onChange={setContactEmail}
          maxLength={254}
          autoComplete="email"
          validationBehavior="native"
        />
        <div>
          <Checkbox
            isSelected={requiresApproval}
            onChange={setRequiresApproval}
            isDisabled={isFixed}
          >
            {t('organization.approval')}
          </Checkbox>
          {isFixed && (
            <Text as="p" variant="body-small" color="secondary">
              {t('organization.approvalByBusiness')}
            </Text>
          )}
        </div>
        {error && (
          <ErrorPanel title={t('organization.saveFailed')} error={error} />
        )}
        <div className={styles.buttons}>
          <Button
            type="submit"
            variant="primary"
            isPending={isRunning}
            isDisabled={isUnchanged || !name.trim()}
          >
            {t('organization.save')}
          </Button>
          <Text as="span" color="secondary" role="status">
            {isSaved && isUnchanged && !error ? t('organization.saved') : ''}
          </Text>
        </div>
      </form>
    </section>
  );
}
