import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { StateChip } from '@freehold/plugin-tenancy-react';
import { RiCheckboxCircleLine, RiForbid2Line } from '@remixicon/react';
import type { Customer } from '../api';
import { tenancyTranslationRef } from '../translation';

/** Whether a customer's members can work. */
export function CustomerStateChip(props: { state: Customer['state'] }) {
  const { t } = useTranslationRef(tenancyTranslationRef);
  const isActive = props.state === 'active';
  return (
    <StateChip
      tone={isActive ? 'good' : 'attention'}
      icon={isActive ? RiCheckboxCircleLine : RiForbid2Line}
      label={t(`state.${props.state}`)}
    />
  );
}
