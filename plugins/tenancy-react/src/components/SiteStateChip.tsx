import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SiteState } from '@freehold/plugin-sites-common';
import {
  RiCheckboxCircleLine,
  RiDeleteBinLine,
  RiErrorWarningLine,
  RiLoader4Line,
  RiPauseCircleLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import { portalTranslationRef } from '../translation';
import { StateChip, type StateTone } from './StateChip';

const looks: Record<
  SiteState,
  { tone: StateTone; icon: RemixiconComponentType }
> = {
  ordered: { tone: 'info', icon: RiLoader4Line },
  live: { tone: 'good', icon: RiCheckboxCircleLine },
  failed: { tone: 'bad', icon: RiErrorWarningLine },
  suspended: { tone: 'attention', icon: RiPauseCircleLine },
  deleting: { tone: 'info', icon: RiLoader4Line },
  deleted: { tone: 'quiet', icon: RiDeleteBinLine },
};

/** The state of a site, in people's words. */
export function SiteStateChip(props: { state: SiteState }) {
  const { t } = useTranslationRef(portalTranslationRef);
  const { state } = props;
  return <StateChip {...looks[state]} label={t(`siteState.${state}`)} />;
}
