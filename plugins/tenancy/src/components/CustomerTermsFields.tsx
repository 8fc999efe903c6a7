import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Checkbox, Select } from '@backstage/ui';
import {
  customerTiers,
  type CustomerTier,
} from '@freehold/plugin-tenancy-common';
import { tenancyTranslationRef } from '../translation';

/** A customer's tier, and whether its deployments wait for staff. */
export function CustomerTermsFields(props: {
  tier: CustomerTier;
  onTier: (tier: CustomerTier) => void;
  requiresApproval: boolean;
  onRequiresApproval: (requiresApproval: boolean) => void;
}) {
  const { t } = useTranslationRef(tenancyTranslationRef);
  return (
    <>
      <Select
        label={t('customerForm.tier')}
        value={props.tier}
        onChange={tier => props.onTier(tier as CustomerTier)}
        options={customerTiers.map(tier => ({
          value: tier,
          label: t(`tier.${tier}`),
        }))}
      />
      <Checkbox
        isSelected={props.requiresApproval}
        onChange={props.onRequiresApproval}
      >
        {t('customerForm.requiresApproval')}
      </Checkbox>
    </>
  );
}
