import { InputError } from '@backstage/errors';
import { CHARGE_COLUMNS } from '@freehold/plugin-costs-node';

/** Amounts and periods differ by row: a constant would be an invention. */
const NAMES = new Set<string>(
  CHARGE_COLUMNS.filter(({ type }) => type === 'string').map(
    ({ focusName }) => focusName,
  ),
);

/** @throws InputError when a constant is for a column that can have none */
export function assertDefaults(defaults: Record<string, string>): void {
  for (const [name, value] of Object.entries(defaults)) {
    if (!NAMES.has(name)) {
      throw new InputError(
        `'${name}' cannot be the same for all rows. Take a text column of FOCUS 1.4, such as BillingCurrency or ServiceProviderName.`,
      );
    }
    if (name === 'BillingCurrency' && !/^[A-Z]{3}$/.test(value)) {
      throw new InputError(
        `'${value}' is not a currency. Take its ISO 4217 code, such as EUR.`,
      );
    }
  }
}
