import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { StateChip, type StateTone } from '@freehold/plugin-tenancy-react';
import {
  RiCheckLine,
  RiErrorWarningLine,
  RiInboxArchiveLine,
  RiTimeLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import type { Mail } from '../../api';
import { tenancyTranslationRef } from '../../translation';

const looks: Record<
  Mail['state'],
  { tone: StateTone; icon: RemixiconComponentType }
> = {
  queued: { tone: 'attention', icon: RiTimeLine },
  sent: { tone: 'good', icon: RiCheckLine },
  failed: { tone: 'bad', icon: RiErrorWarningLine },
  kept: { tone: 'info', icon: RiInboxArchiveLine },
};

/** What became of a mail. */
export function MailStateChip(props: { state: Mail['state'] }) {
  const { t } = useTranslationRef(tenancyTranslationRef);
  return (
    <StateChip
      {...looks[props.state]}
      label={t(`outbox.states.${props.state}`)}
    />
  );
}
