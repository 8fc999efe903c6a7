import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { TextField } from '@backstage/ui';
import { ErrorPanel, LoadingRows, useMe } from '@freehold/plugin-tenancy-react';
import { useEffect } from 'react';
import type { z } from 'zod/v3';
import { CustomerSelect } from '../components/parts/CustomerSelect';
import { sitesTranslationRef } from '../translation';
import { FieldFrame } from './FieldFrame';
import { translate } from './translate';

/** Staff choose the customer; members order for their own. */
export function CustomerPicker(props: FieldExtensionComponentProps<string>) {
  const { formData, onChange } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  const { me, error, retry } = useMe();
  const ownCustomer = me?.kind === 'member' ? me.tenant : undefined;
  useEffect(() => {
    if (ownCustomer && formData !== ownCustomer) onChange(ownCustomer);
  }, [ownCustomer, formData, onChange]);

  if (!me) {
    return error ? (
      <ErrorPanel error={error} onRetry={retry} />
    ) : (
      <LoadingRows count={1} />
    );
  }
  return (
    <FieldFrame>
      {ownCustomer ? (
        <TextField
          label={t('field.customer')}
          value={me.tenantName}
          size="medium"
          isReadOnly
        />
      ) : (
        <CustomerSelect
          label={t('field.customer')}
          description={t('field.customerHint')}
          value={formData}
          onChange={onChange}
          isRequired
        />
      )}
    </FieldFrame>
  );
}

export const customerPickerField = createFormField<
  z.ZodType<string>,
  z.ZodType
>({
  name: 'FreeholdCustomerPicker',
  component: CustomerPicker,
  validation: (customer, validation, { apiHolder }) => {
    if (!customer) validation.addError(translate(apiHolder, 'customer'));
  },
});
