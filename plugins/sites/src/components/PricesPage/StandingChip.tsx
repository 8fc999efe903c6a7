import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { StateChip } from '@freehold/plugin-tenancy-react';
import {
  RiCalendarLine,
  RiCheckboxCircleLine,
  RiDraftLine,
  RiHistoryLine,
} from '@remixicon/react';
import type { PriceBookStanding } from '../../domain/PriceBookForm';
import { pricesTranslationRef } from '../../pricesTranslation';

const looks = {
  draft: { tone: 'attention', icon: RiDraftLine },
  inForce: { tone: 'good', icon: RiCheckboxCircleLine },
  upcoming: { tone: 'info', icon: RiCalendarLine },
  past: { tone: 'quiet', icon: RiHistoryLine },
} as const;

/** How a version of the prices stands towards today. */
export function StandingChip(props: { standing: PriceBookStanding }) {
  const { standing } = props;
  const { t } = useTranslationRef(pricesTranslationRef);
  return <StateChip {...looks[standing]} label={t(`state.${standing}`)} />;
}
