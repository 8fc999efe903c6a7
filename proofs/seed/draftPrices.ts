import type { Session } from '../http/Session.ts';

/**
 * Drafts prices whose source holds the word.
 *
 * @returns id of the draft
 */
export async function draftPrices(
  finance: Session,
  word: string,
): Promise<string> {
  const { priceBookId } = await finance.json({
    method: 'POST',
    path: '/api/sites/price-books',
    body: { version: 'drafted', source: `As ${word} said` },
  });
  return priceBookId;
}
