import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DeploymentState } from '@freehold/plugin-sites-common';
import {
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiErrorWarningLine,
  RiFileList3Line,
  RiLoader4Line,
  RiTimeLine,
  RiUserStarLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import { portalTranslationRef } from '../translation';
import { StateChip, type StateTone } from './StateChip';

const looks = {
  queued: { tone: 'quiet', icon: RiTimeLine, text: 'queued' },
  planning: { tone: 'info', icon: RiFileList3Line, text: 'planning' },
  'awaiting-approval': {
    tone: 'attention',
    icon: RiUserStarLine,
    text: 'awaitingApproval',
  },
  applying: { tone: 'info', icon: RiLoader4Line, text: 'applying' },
  succeeded: { tone: 'good', icon: RiCheckboxCircleLine, text: 'succeeded' },
  failed: { tone: 'bad', icon: RiErrorWarningLine, text: 'failed' },
  cancelled: { tone: 'quiet', icon: RiCloseCircleLine, text: 'cancelled' },
} as const satisfies Record<
  DeploymentState,
  { tone: StateTone; icon: RemixiconComponentType; text: string }
>;

/** The state of a deployment, in people's words. */
export function DeploymentStateChip(props: { state: DeploymentState }) {
  const { t } = useTranslationRef(portalTranslationRef);
  const { tone, icon, text } = looks[props.state];
  return (
    <StateChip tone={tone} icon={icon} label={t(`deploymentState.${text}`)} />
  );
}
