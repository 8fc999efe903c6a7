import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonIcon, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import {
  RiEyeLine,
  RiForbid2Line,
  RiMore2Line,
  RiPauseCircleLine,
} from '@remixicon/react';
import { useState } from 'react';
import { accessTranslationRef } from '../../accessTranslation';
import type { Customer } from '../../api';
import { tenancyTranslationRef } from '../../translation';
import { CustomerDialogs, type CustomerDialog } from './CustomerDialogs';
import { useCustomerRights } from './useCustomerRights';

/** What the reader may do to the customer as a whole. */
export function CustomerActions(props: {
  customer: Customer;
  onChanged: () => void;
}) {
  const { customer, onChanged } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const { t: access } = useTranslationRef(accessTranslationRef);
  const [open, setOpen] = useState<CustomerDialog>();
  const rights = useCustomerRights(customer.slug);
  const { state } = customer;
  const isActive = state === 'active';
  const hasMenu = isActive && (rights.canSuspend || rights.canDeactivate);

  return (
    <>
      {rights.canView && (
        <Button
          variant="secondary"
          iconStart={<RiEyeLine />}
          onPress={() => setOpen('view')}
        >
          {access('viewing.start')}
        </Button>
      )}
      {rights.canEdit && (
        <Button
          variant={isActive ? 'primary' : 'secondary'}
          onPress={() => setOpen('edit')}
        >
          {t('customer.edit')}
        </Button>
      )}
      {rights.canSuspend && state === 'suspended' && (
        <Button variant="primary" onPress={() => setOpen('resume')}>
          {access('suspension.resume')}
        </Button>
      )}
      {rights.canDeactivate && state === 'deactivated' && (
        <Button variant="primary" onPress={() => setOpen('reactivate')}>
          {t('customer.reactivate')}
        </Button>
      )}
      {hasMenu && (
        <MenuTrigger>
          <ButtonIcon
            variant="secondary"
            aria-label={access('more')}
            icon={<RiMore2Line />}
          />
          <Menu onAction={action => setOpen(action as CustomerDialog)}>
            {rights.canSuspend ? (
              <MenuItem
                id="suspend"
                color="danger"
                iconStart={<RiPauseCircleLine />}
              >
                {access('suspension.suspend')}
              </MenuItem>
            ) : null}
            {rights.canDeactivate ? (
              <MenuItem
                id="deactivate"
                color="danger"
                iconStart={<RiForbid2Line />}
              >
                {t('customer.deactivate')}
              </MenuItem>
            ) : null}
          </Menu>
        </MenuTrigger>
      )}
      <CustomerDialogs
        customer={customer}
        open={open}
        onClose={() => setOpen(undefined)}
        onChanged={onChanged}
      />
    </>
  );
}
