import type { Dimension } from '../api';
import type { CostsView, Filter } from './CostsView';
import { isTagDimension } from './tagDimension';
import { isOneDay, within } from './DayRange';

/** What a value of a dimension is told apart by next. */
const NEXT: Partial<Record<Dimension, Dimension>> = {
  customer: 'service_category',
  site: 'service_category',
  team: 'service_category',
  cost_centre: 'service_category',
  project: 'service_category',
  source: 'service_category',
  service_provider_name: 'service_category',
  service_category: 'service_name',
  service_name: 'resource_id',
  sub_account_id: 'service_name',
  region_id: 'service_name',
  charge_category: 'service_name',
  pricing_category: 'service_name',
  commitment_discount_status: 'service_name',
  allocation_method: 'service_name',
  resource_type: 'resource_id',
};

/** A sum as it was shown; an exact decimal. */
export interface Figure {
  amount: string;
  currency: string;
}

/** Where a figure leads: a narrower view, or the rows it is made of. */
export interface Drill {
  to: 'dashboard' | 'charges';
  view: CostsView;
  /** The figure that is followed, so that its rows can say that they are it. */
  figure?: Figure;
}

/** One value of a dimension: narrowed to it, and told apart further. */
export function drillIntoValue(view: CostsView, filter: Filter): Drill {
  const narrowed = narrow(view, filter);
  const next = isTagDimension(filter.dimension)
    ? 'service_category'
    : NEXT[filter.dimension];
  if (!next || isOnlyValue(view, filter))
    return { to: 'charges', view: narrowed };
  return { to: 'dashboard', view: { ...narrowed, groupBy: next } };
}

/** One bar of the trend, or one part of it: its days alone. */
export function drillIntoPeriod(
  view: CostsView,
  period: string,
  filter?: Filter,
): Drill {
  const range = within(view.range, period, view.granularity);
  const narrowed: CostsView = {
    ...(filter ? narrow(view, filter) : view),
    preset: undefined,
    range,
    granularity: 'day',
    // Days that were chosen are no longer beside it.
    compare: view.compare?.to === 'custom' ? undefined : view.compare,
  };
  return { to: isOneDay(range) ? 'charges' : 'dashboard', view: narrowed };
}

/** The same view, narrowed to one value more. */
export function narrow(view: CostsView, filter: Filter): CostsView {
  return isOnlyValue(view, filter)
    ? view
    : {
        ...view,
        filters: [
          ...view.filters.filter(it => it.dimension !== filter.dimension),
          filter,
        ],
      };
}

/** A figure as an address has it. */
export function writeFigure({ amount, currency }: Figure): string {
  return `${amount} ${currency}`;
}

/** The figure of an address; nothing for what is none. */
export function readFigure(text: string | null): Figure | undefined {
  const [, amount, currency] =
    /^(-?\d{1,40}(?:\.\d{1,40})?) ([A-Z]{3})$/.exec(text ?? '') ?? [];
  return amount ? { amount, currency } : undefined;
}

function isOnlyValue(view: CostsView, filter: Filter): boolean {
  const same = view.filters.filter(it => it.dimension === filter.dimension);
  return same.length === 1 && same[0].value === filter.value;
}
