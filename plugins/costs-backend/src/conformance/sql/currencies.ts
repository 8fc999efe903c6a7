import currencies from '../generated/nationalCurrencies.json';
import { literal } from '../../reading/sql';

const codes = literal(` ${currencies.codes.join(' ')} `);

/** Whether a text is the ISO 4217 code of a national currency, as SQL. */
export function isNationalCurrency(text: string): string {
  return `contains(${codes}, ' ' || ${text} || ' ')`;
}
