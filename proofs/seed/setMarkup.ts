import type { Session } from '../http/Session.ts';

/**
 * Has a customer see costs with a mark-up; others see what the business pays.
 *
 * @returns the id of the mark-up, which is the business's own
 */
export async function setMarkup(
  finance: Session,
  customer: string,
): Promise<string> {
  const { markupId } = await finance.json({
    method: 'PUT',
    path: '/api/costs/markups',
    body: { customer, validFrom: '2026-01-01', percent: '10' },
  });
  return markupId;
}
