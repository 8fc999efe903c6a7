import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import { RiAddLine } from '@remixicon/react';
import { tenancyTranslationRef } from '../../translation';
import type { MembersState } from './useMembersState';

/** The ways to more members: by mail, or by a link handed over in person. */
export function AddMemberActions(props: {
  state: MembersState;
  variant: 'primary' | 'secondary';
}) {
  const { state, variant } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  if (!state.canManage) return null;
  return (
    <>
      <Button
        variant={variant === 'primary' ? 'secondary' : 'tertiary'}
        onPress={() => state.setDialog({ name: 'add' })}
      >
        {t('invitations.orLink')}
      </Button>
      <Button
        variant={variant}
        iconStart={<RiAddLine />}
        onPress={() => state.setDialog({ name: 'invite' })}
      >
        {state.tenant === BUSINESS_TENANT
          ? t('staff.invite')
          : t('invitations.invite')}
      </Button>
    </>
  );
}
