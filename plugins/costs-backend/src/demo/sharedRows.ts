import { boundsOf, type DemoMonth } from './DemoMonth';
import {
  accountOf,
  rowOfMonth,
  rowOfSku,
  writeCosts,
  writePeriod,
  writePricing,
  type Costs,
  type DemoRow,
} from './demoRows';
import { parseAmount, parsePrice, writeQuantity } from './exactUnits';
import type { Step } from './quantities';
import { commitmentColumns } from './usageRows';

const WHOLE_DAY = 10_000;
const CORRECTION = '-31.9284417';

/** What a step is charged for the provider's commitment: its purchase, and what lay idle. */
export function commitmentRows(
  plan: DemoMonth,
  step: Step,
  used: number,
): { row: DemoRow; costs: Costs }[] {
  const { commitment, skus } = plan.provider;
  const covered = skus.find(({ committedPrice }) => committedPrice);
  if (!commitment || !covered) {
    return [];
  }
  const price = parsePrice(covered.committedPrice!);
  const full =
    Math.floor((covered.perDay * step.hours) / 24) * plan.customers.length;
  const bought = full + Math.floor((full * commitment.idlePercent) / 100);
  const rowOf = (quantity: number, values: DemoRow, costs: Costs) => ({
    costs,
    row: {
      ...rowOfMonth(plan),
      ...rowOfSku({ ...covered, id: commitment.skuId, meter: commitment.name }),
      ...commitmentColumns(plan),
      ...writePeriod(step),
      ...writeCosts(costs),
      ...writePricing('Hours', quantity, { list: price, contracted: price }),
      CommitmentDiscountQuantity: writeQuantity(quantity),
      ResourceId: commitment.id,
      ResourceName: commitment.name,
      ResourceType: 'Savings plan',
      SkuPriceId: `${commitment.skuId}-monthly`,
      ...values,
    },
  });
  const amount = price * BigInt(bought);
  const idle = price * BigInt(bought - used);
  return [
    rowOf(
      bought,
      {
        ChargeCategory: 'Purchase',
        ChargeDescription: `${commitment.name}, bought`,
        ChargeFrequency: 'Recurring',
        PricingCategory: 'Standard',
      },
      { billed: amount, effective: 0n, list: amount, contracted: amount },
    ),
    rowOf(
      bought - used,
      {
        ChargeCategory: 'Usage',
        ChargeDescription: `${commitment.name}, not used`,
        ChargeFrequency: 'Usage-Based',
        CommitmentDiscountStatus: 'Unused',
        PricingCategory: 'Committed',
      },
      { billed: 0n, effective: idle, list: idle, contracted: idle },
    ),
  ];
}

/** What a step is charged for support of all, which carries nobody's label. */
export function supportRows(
  plan: DemoMonth,
  step: Step,
): { row: DemoRow; costs: Costs }[] {
  const { support } = plan.provider;
  if (!support) {
    return [];
  }
  const price = parsePrice(support.pricePerDay);
  const quantity = Math.floor((WHOLE_DAY * step.hours) / 24);
  const costs = same(price * BigInt(quantity));
  return [
    {
      costs,
      row: {
        ...rowOfMonth(plan),
        ...rowOfSku({
          service: support.service,
          category: 'Management and Governance',
          subcategory: 'Support',
          id: support.skuId,
          meter: 'Support of the business',
        }),
        ...writePeriod(step),
        ...writeCosts(costs),
        ...writePricing('Days', quantity, { list: price, contracted: price }),
        ChargeCategory: 'Usage',
        ChargeDescription: 'Support of the business',
        ChargeFrequency: 'Recurring',
        ConsumedQuantity: writeQuantity(quantity),
        ConsumedUnit: 'Days',
        PricingCategory: 'Standard',
        SkuPriceId: `${support.skuId}-business`,
      },
    },
  ];
}

/** A credit of every third month, and a correction of the month before in every fifth. */
export function occasionalRows(
  plan: DemoMonth,
): { row: DemoRow; costs: Costs }[] {
  const { credit, skus } = plan.provider;
  const [customer] = plan.customers;
  if (!customer) {
    return [];
  }
  const { start, end } = boundsOf(plan.month);
  const place = start.getUTCFullYear() * 12 + start.getUTCMonth();
  const day = 24 * 3_600_000;
  const rowOf = (
    values: DemoRow,
    period: { start: Date; end: Date },
    amount: string,
  ) => {
    const costs = same(parseAmount(amount));
    return {
      costs,
      row: {
        ...rowOfMonth(plan),
        ...accountOf(customer),
        ...rowOfSku(skus[0]),
        ...writePeriod(period),
        ...writeCosts(costs),
        ChargeFrequency: 'One-Time',
        Tags: JSON.stringify({ tenant: customer.slug }),
        ...values,
      },
    };
  };
  return [
    ...(credit && place % 3 === 0
      ? [
          rowOf(
            {
              ChargeCategory: 'Credit',
              ChargeDescription: 'Credit for moving here',
            },
            { start, end },
            `-${credit}`,
          ),
        ]
      : []),
    ...(place % 5 === 0
      ? [
          rowOf(
            {
              ChargeCategory: 'Usage',
              ChargeClass: 'Correction',
              ChargeDescription: 'Correction of last month',
            },
            {
              start: new Date(start.getTime() - 9 * day),
              end: new Date(start.getTime() - 8 * day),
            },
            CORRECTION,
          ),
        ]
      : []),
  ];
}

/** The tax on what an account was charged in the month; providers label none. */
export function taxRow(
  plan: DemoMonth,
  account: DemoRow,
  untaxed: Costs,
): { row: DemoRow; costs: Costs } {
  const { name, taxPercent } = plan.provider;
  // Invoices round tax to the cent, each account's by itself.
  const cent = parseAmount('0.01');
  const tax = (amount: bigint) =>
    ((amount * BigInt(taxPercent)) / 100n / cent) * cent;
  const costs: Costs = {
    billed: tax(untaxed.billed),
    effective: tax(untaxed.effective),
    list: tax(untaxed.list),
    contracted: tax(untaxed.contracted),
  };
  return {
    costs,
    row: {
      ...rowOfMonth(plan),
      ...account,
      ...writePeriod(boundsOf(plan.month)),
      ...writeCosts(costs),
      ChargeCategory: 'Tax',
      ChargeDescription: `VAT of ${taxPercent} %`,
      ChargeFrequency: 'One-Time',
      ServiceCategory: 'Other',
      ServiceName: `${name} tax`,
      ServiceSubcategory: 'Other (Other)',
    },
  };
}

function same(amount: bigint): Costs {
  return {
    billed: amount,
    effective: amount,
    list: amount,
    contracted: amount,
  };
}
