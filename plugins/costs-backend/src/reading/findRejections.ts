import type { FocusColumnName } from '@freehold/plugin-costs-node';
import { isSaneInstant } from './chargeValues';
import type { ChargeValue } from './chargeValues';
import { identifier, literal } from './sql';

/** Why a row is rejected: SQL that is true where it is, and what is said. */
export interface Rejection {
  column: FocusColumnName;
  code: string;
  message: string;
  applies: string;
}

const REQUIRED: readonly FocusColumnName[] = [
  'BilledCost',
  'BillingCurrency',
  'BillingPeriodStart',
  'ChargeCategory',
  'ChargePeriodEnd',
  'ChargePeriodStart',
  'ServiceProviderName',
];

// FOCUS 1.4, "Charge Category", allowed values; the same since 1.0.
const CHARGE_CATEGORIES = ['Adjustment', 'Credit', 'Purchase', 'Tax', 'Usage'];

const UNREADABLE = {
  decimal: ['not-a-number', 'is not a decimal number'],
  timestamp: [
    'not-a-date',
    'is not a date and time that can be read in one way only',
  ],
  json: ['not-json', 'is not a JSON object'],
} as const;

/** Every reason for which a row of this file can be rejected. */
export function findRejections(values: ChargeValue[]): Rejection[] {
  const valueOf = (name: FocusColumnName) =>
    values.find(({ column }) => column.focusName === name)!.value;
  return [
    ...values.flatMap(unreadable),
    ...values.flatMap(missing),
    ...periodRejections(valueOf),
    {
      column: 'ChargeCategory',
      code: 'unknown-charge-category',
      message: `ChargeCategory is none of ${CHARGE_CATEGORIES.join(', ')}`,
      applies: `${valueOf('ChargeCategory')} not in (${CHARGE_CATEGORIES.map(literal).join(', ')})`,
    },
  ];
}

function unreadable({ column, plain, text, value }: ChargeValue): Rejection[] {
  if (
    column.type === 'string' ||
    text === undefined ||
    value === plain?.value
  ) {
    return [];
  }
  const [code, complaint] = UNREADABLE[column.type];
  const applies =
    column.type === 'timestamp'
      ? `(${text}) is not null and not ${isSaneInstant(value)}`
      : `(${text}) is not null and ${value} is null`;
  return [
    {
      column: column.focusName,
      code,
      message: `${column.focusName} ${complaint}`,
      applies,
    },
  ];
}

function missing({ column, text, value }: ChargeValue): Rejection[] {
  if (!REQUIRED.includes(column.focusName)) return [];
  // Derived from ChargePeriodStart, which is asked for by itself.
  if (column.focusName === 'BillingPeriodStart' && text === undefined) {
    return [];
  }
  return [
    {
      column: column.focusName,
      code: 'missing',
      message: `${column.focusName} has no value, and no default was given`,
      applies: `(${text ?? value}) is null`,
    },
  ];
}

function periodRejections(
  valueOf: (name: FocusColumnName) => string,
): Rejection[] {
  return [
    {
      column: 'ChargePeriodEnd',
      code: 'period-ends-before-it-starts',
      message: 'ChargePeriodEnd lies before ChargePeriodStart',
      applies: `${valueOf('ChargePeriodEnd')} < ${valueOf('ChargePeriodStart')}`,
    },
    {
      column: 'BillingPeriodEnd',
      code: 'period-ends-before-it-starts',
      message: 'BillingPeriodEnd does not lie after BillingPeriodStart',
      applies: `${valueOf('BillingPeriodEnd')} <= ${valueOf('BillingPeriodStart')}`,
    },
  ];
}

/** SQL of the JSON array of all reasons that apply to a row. */
export function reasonsOf(rejections: Rejection[]): string {
  const reasons = rejections.map(
    ({ column, code, message, applies }) =>
      `case when ${applies} then {'column': ${literal(column)}, 'code': ${literal(code)}, 'message': ${literal(message)}} end`,
  );
  return `to_json(list_filter([${reasons.join(', ')}], lambda reason: reason is not null))`;
}

/** SQL of the row as the file has it. */
export function rawOf(columns: readonly string[]): string {
  return `to_json({${columns.map(name => `${literal(name)}: ${identifier(name)}`).join(', ')}})`;
}
