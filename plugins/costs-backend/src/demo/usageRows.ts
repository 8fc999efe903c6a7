import type { DemoCustomer, DemoMonth } from './DemoMonth';
import type { DemoSku } from './DemoProvider';
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
import { parsePrice, writeQuantity } from './exactUnits';
import { quantityOf, seedOf, type Step } from './quantities';

/** One thing that a customer runs, and what is charged for it. */
export class DemoResource {
  /** Everything of a row that no step changes. */
  private readonly template: DemoRow;
  private readonly seed: number;
  private readonly prices: { list: bigint; contracted: bigint };
  private readonly committed?: bigint;

  constructor(
    private readonly plan: DemoMonth,
    readonly customer: DemoCustomer,
    private readonly sku: DemoSku,
    place: number,
  ) {
    const { provider } = plan;
    const id = `${customer.slug}-${sku.resource.name}`;
    this.seed = seedOf(`${provider.name} ${id}`);
    this.prices = {
      list: parsePrice(sku.listPrice),
      contracted: parsePrice(sku.contractedPrice),
    };
    this.committed = sku.committedPrice
      ? parsePrice(sku.committedPrice)
      : undefined;
    this.template = {
      ...rowOfMonth(plan),
      ...accountOf(customer),
      ...rowOfSku(sku),
      ...(this.committed !== undefined && commitmentColumns(plan)),
      ChargeCategory: 'Usage',
      ChargeDescription: `${sku.meter}, ${id}`,
      ChargeFrequency: 'Usage-Based',
      ConsumedUnit: sku.unit,
      PricingCategory: this.committed === undefined ? 'Standard' : 'Committed',
      RegionId: provider.region.id,
      RegionName: provider.region.name,
      ResourceId: `${provider.account.id}:${provider.region.id}:${id}-${this.seed.toString(16).padStart(8, '0')}`,
      ResourceName: id,
      ResourceType: sku.resource.type,
      SkuPriceId: `${sku.id}-${this.committed === undefined ? 'on-demand' : 'committed'}`,
      Tags: tagsOf(customer, sku, place),
    };
  }

  /** What it is charged for a step; undefined when it stood still. */
  charge(
    step: Step,
    isRisen: boolean,
  ): { row: DemoRow; costs: Costs; committed: number } | undefined {
    const { committed, plan, prices, seed, sku, template } = this;
    const quantity = quantityOf(sku, step, {
      seed,
      isRisen: isRisen && sku.id === plan.provider.risingSku,
    });
    if (quantity === 0) {
      return undefined;
    }
    const of = (price: bigint) => price * BigInt(quantity);
    const contracted = of(prices.contracted);
    const costs: Costs = {
      billed: committed === undefined ? contracted : 0n,
      effective: committed === undefined ? contracted : of(committed),
      list: of(prices.list),
      contracted,
    };
    const consumed = writeQuantity(quantity);
    return {
      costs,
      committed: committed === undefined ? 0 : quantity,
      row: {
        ...template,
        ...writePeriod(step),
        ...writeCosts(costs),
        ...writePricing(sku.unit, quantity, prices),
        ConsumedQuantity: consumed,
        ...(committed !== undefined && {
          CommitmentDiscountStatus: 'Used',
          CommitmentDiscountQuantity: consumed,
        }),
      },
    };
  }
}

/** What every row has that has to do with the provider's commitment. */
export function commitmentColumns({ provider }: DemoMonth): DemoRow {
  const { id, name } = provider.commitment!;
  return {
    CommitmentDiscountCategory: 'Usage',
    CommitmentDiscountId: id,
    CommitmentDiscountName: name,
    CommitmentDiscountType: 'Savings plan',
    CommitmentDiscountUnit: 'Hours',
  };
}

function tagsOf(
  { sites, slug }: DemoCustomer,
  { labelling, resource }: DemoSku,
  place: number,
): string | undefined {
  switch (labelling) {
    case 'none':
      return undefined;
    case 'misspelt':
      return JSON.stringify({
        tenant: `${slug.slice(0, -2)}${slug.at(-1)}${slug.at(-2)}`,
        environment: 'staging',
      });
    default:
      return JSON.stringify({
        tenant: slug,
        ...(sites.length > 0 && { site: sites[place % sites.length] }),
        environment: 'production',
        component: resource.name,
      });
  }
}
