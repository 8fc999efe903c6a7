import type { CurrencySummary } from '../../api';
import type { CostsView } from '../../domain/CostsView';
import { addDays } from '../../domain/DayRange';
import type { CostsViewState } from '../../hooks/useCostsView';

/** What the cards of a month tell. */
export interface SummaryCardsProps {
  figures: CurrencySummary;
  /** First day of this month. */
  month: string;
  /** The day that the figures end with. */
  today: string;
  state: CostsViewState;
}

/** The days that the figures are of. */
export function monthSoFar({
  month,
  today,
  state,
}: SummaryCardsProps): CostsView {
  return {
    ...state.view,
    preset: undefined,
    range: { from: month, to: addDays(today, 1) },
  };
}
