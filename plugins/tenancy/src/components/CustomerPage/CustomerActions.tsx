import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  customerDeactivatePermission,
  customerUpdatePermission,
} from '@freehold/plugin-tenancy-common';
import { useState } from 'react';
import type { Customer } from '../../api';
import { tenancyTranslationRef } from '../../translation';
import { DeactivateDialog } from './DeactivateDialog';
import { EditCustomerDialog } from './EditCustomerDialog';
import { ReactivateDialog } from './ReactivateDialog';

/** What the reader may do to the customer as a whole. */
export function CustomerActions(props: {
  customer: Customer;
  onChanged: () => void;
}) {
  const { customer, onChanged } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const [open, setOpen] = useState<'edit' | 'deactivate' | 'reactivate'>();
  const { allowed: canEdit } = usePermission({
    permission: customerUpdatePermission,
    resourceRef: customer.slug,
  });
  const { allowed: canDeactivate } = usePermission({
    permission: customerDeactivatePermission,
    resourceRef: customer.slug,
  });
  const close = () => setOpen(undefined);
  const isActive = customer.state === 'active';

  return (
    <>
      {canEdit && (
        <Button
          variant={isActive ? 'primary' : 'secondary'}
          onPress={() => setOpen('edit')}
        >
          {t('customer.edit')}
        </Button>
      )}
      {canDeactivate && isActive && (
        <Button
          variant="secondary"
          destructive
          onPress={() => setOpen('deactivate')}
        >
          {t('customer.deactivate')}
        </Button>
      )}
      {canDeactivate && !isActive && (
        <Button variant="primary" onPress={() => setOpen('reactivate')}>
          {t('customer.reactivate')}
        </Button>
      )}
      {open === 'edit' && (
        <EditCustomerDialog
          customer={customer}
          onClose={close}
          onSaved={() => {
            close();
            onChanged();
          }}
        />
      )}
      {open === 'deactivate' && (
        <DeactivateDialog
          customer={customer}
          onClose={close}
          onDone={onChanged}
        />
      )}
      {open === 'reactivate' && (
        <ReactivateDialog
          customer={customer}
          onClose={close}
          onDone={onChanged}
        />
      )}
    </>
  );
}
