import currencies from '../generated/nationalCurrencies.json';
import { quoteText } from './quote';

const codes = quoteText(` ${currencies.codes.join(' ')} `);

/** Whether a text is the ISO 4217 code of a national currency, as SQL. */
export function isNationalCurrency(text: string): string {
  return `contains(${codes}, ' ' || ${text} || ' ')`;
}
