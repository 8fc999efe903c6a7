import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Page, useAction } from '@freehold/plugin-tenancy-react';
import { useCallback, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import {
  tenancyApiRef,
  type CreatedCustomer,
  type NewCustomer,
} from '../../api';
import { tenancyTranslationRef } from '../../translation';
import { PasswordLinkDialog } from '../members/PasswordLinkDialog';
import { NewCustomerForm } from './NewCustomerForm';

/** Adds a customer; then shows its owner's link, once. */
export function NewCustomerPage() {
  const { t } = useTranslationRef(tenancyTranslationRef);
  const api = useApi(tenancyApiRef);
  const navigate = useNavigate();
  const [created, setCreated] = useState<CreatedCustomer>();
  const { run, isRunning, error } = useAction(
    useCallback((input: NewCustomer) => api.createCustomer(input), [api]),
  );

  const submit = async (input: NewCustomer) => {
    const result = await run(input);
    if (result?.passwordLink) {
      setCreated(result);
    } else if (result) {
      navigate(`/customers/${result.customer.slug}`);
    }
  };

  return (
    <Page
      title={t('customerForm.createTitle')}
      answer={t('customerForm.createLead')}
      breadcrumbs={[{ label: t('customers.title'), href: '/customers' }]}
    >
      <NewCustomerForm onSubmit={submit} isRunning={isRunning} error={error} />
      {created?.passwordLink && (
        <PasswordLinkDialog
          member={created.owner}
          link={created.passwordLink}
          onClose={() => navigate(`/customers/${created.customer.slug}`)}
        />
      )}
    </Page>
  );
}
