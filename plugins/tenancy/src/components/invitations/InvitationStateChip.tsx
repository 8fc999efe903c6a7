import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { StateChip } from '@freehold/plugin-tenancy-react';
import { RiMailSendLine, RiTimeLine } from '@remixicon/react';
import type { Invitation } from '../../api';
import { tenancyTranslationRef } from '../../translation';

/** Whether the link of an invitation still works. */
export function InvitationStateChip(props: { state: Invitation['state'] }) {
  const { t } = useTranslationRef(tenancyTranslationRef);
  const isOpen = props.state === 'open';
  return (
    <StateChip
      tone={isOpen ? 'info' : 'attention'}
      icon={isOpen ? RiMailSendLine : RiTimeLine}
      label={t(`invitations.${props.state}`)}
    />
  );
}
