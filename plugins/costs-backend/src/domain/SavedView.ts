import { InputError } from '@backstage/errors';
import type { CostsComponents } from '@freehold/plugin-costs-common';
import { assertRange, parseDimension, parseFilters } from './CostQuery';

/** What the address of the page says, as the page writes it. */
export type ViewParameters = CostsComponents['schemas']['ViewParameters'];

/** A view of costs that somebody keeps. */
export interface SavedView {
  viewId: string;
  /** Entity ref of whose it is. */
  owner: string;
  name: string;
  parameters: ViewParameters;
  /** Whether everybody of the tenant sees it. */
  isShared: boolean;
}

/**
 * @throws InputError about parameters that no page would show: a span without
 *   its end, days there are not, a dimension nobody knows
 */
export function assertParameters(parameters: ViewParameters): void {
  const { by, filter, from, stack, to, vs, vsFrom, vsTo } = parameters;
  assertSpan({ from, to }, `'from' and 'to'`);
  assertSpan({ from: vsFrom, to: vsTo }, `'vsFrom' and 'vsTo'`);
  if (vs === 'custom' && !vsFrom) {
    throw new InputError(
      `Chosen days to compare with need 'vsFrom' and 'vsTo'.`,
    );
  }
  parseFilters(filter);
  for (const dimension of [by, stack]) {
    if (dimension) parseDimension(dimension);
  }
}

function assertSpan(span: { from?: string; to?: string }, names: string) {
  const { from, to } = span;
  if (from === undefined && to === undefined) return;
  if (from === undefined || to === undefined) {
    throw new InputError(`Give both of ${names}, or neither.`);
  }
  assertRange({ from, to });
}
