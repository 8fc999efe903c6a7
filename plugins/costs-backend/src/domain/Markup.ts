import { InputError } from '@backstage/errors';
import type { CostsComponents } from '@freehold/plugin-costs-common';

export type ServiceCategory = CostsComponents['schemas']['ServiceCategory'];

/** What the business adds to the costs that a customer sees. */
export interface Markup {
  markupId: string;
  /** Slug; undefined for every customer without one of its own. */
  customer?: string;
  /** Of FOCUS; undefined for every service without one of its own. */
  serviceCategory?: ServiceCategory;
  /** First day of the first month, UTC; until a later one takes its place. */
  validFrom: string;
  /** An exact decimal above -100; negative is a rebate. */
  percent: string;
  setBy: string;
  setAt: Date;
}

/** What names one mark-up among the others. */
export type MarkupKey = Pick<
  Markup,
  'customer' | 'serviceCategory' | 'validFrom'
>;

/** @throws InputError about a month that is none, or a percentage out of bounds */
export function assertMarkup({
  percent,
  validFrom,
}: Pick<Markup, 'percent' | 'validFrom'>): void {
  if (!/^(19|20)\d{2}-(0[1-9]|1[0-2])-01$/.test(validFrom)) {
    throw new InputError(
      `A mark-up begins with a month: '${validFrom}' is not the first day of one. Write it as 2026-10-01.`,
    );
  }
  if (!/^-?\d{1,5}(\.\d{1,4})?$/.test(percent) || /^-\d{3}/.test(percent)) {
    throw new InputError(
      `'${percent}' is no percentage between -99.9999 and 10000. Write it as 12.5.`,
    );
  }
}
