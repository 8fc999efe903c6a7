import type { Markup } from '../api';

export type MarkupState = 'current' | 'planned' | 'ended';

/**
 * Where a mark-up stands among those for the same customer and service.
 *
 * @param today - in UTC, such as 2026-10-17
 */
export function markupState(
  markup: Markup,
  all: readonly Markup[],
  today: string,
): MarkupState {
  if (markup.validFrom > today) return 'planned';
  const isReplaced = all.some(
    other =>
      other.customer === markup.customer &&
      other.serviceCategory === markup.serviceCategory &&
      other.validFrom > markup.validFrom &&
      other.validFrom <= today,
  );
  return isReplaced ? 'ended' : 'current';
}
