import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button } from '@backstage/ui';
import { monthlyLimitSetPermission } from '@freehold/plugin-sites-common';
import { useState } from 'react';
import type { Customer } from '../../api';
import { useMonthlyCost } from '../../hooks';
import { monthlyCostTranslationRef } from '../../monthlyCostTranslation';
import { MonthlyCost } from '../monthlyCost/MonthlyCost';
import { MonthlyLimitDialog } from '../monthlyCost/MonthlyLimitDialog';

/** What a customer's sites cost a month, with the limit for staff to set. */
export function CustomerCost(props: { customer: Customer }) {
  const { customer } = props;
  const { t } = useTranslationRef(monthlyCostTranslationRef);
  const cost = useMonthlyCost(customer.slug);
  const [isSetting, setSetting] = useState(false);
  const { allowed: canSet } = usePermission({
    permission: monthlyLimitSetPermission,
    resourceRef: customer.slug,
  });
  return (
    <>
      <MonthlyCost
        customer={customer.slug}
        cost={cost}
        actions={
          canSet &&
          cost.value && (
            <Button variant="secondary" onPress={() => setSetting(true)}>
              {t('edit.open')}
            </Button>
          )
        }
      />
      {isSetting && cost.value && (
        <MonthlyLimitDialog
          customer={customer}
          cost={cost.value}
          onClose={() => setSetting(false)}
          onSaved={() => {
            setSetting(false);
            cost.retry();
          }}
        />
      )}
    </>
  );
}
