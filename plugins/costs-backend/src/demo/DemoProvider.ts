/** What the quantity of a SKU goes by. */
export type Rhythm =
  /** Visitors: weekdays, seasons, growth, the hour. */
  | 'traffic'
  /** The clock alone. */
  | 'clock'
  /** What is kept, which grows. */
  | 'stock'
  /** The clock, and less of it at weekends. */
  | 'office';

/** How a resource says whose it is. */
export type Labelling =
  /** As our stacks label what a site is made of. */
  | 'site'
  /** Made by hand, and forgotten. */
  | 'none'
  /** Made by hand, in a hurry. */
  | 'misspelt';

/** What a provider sells; each customer of the demo has one of each. */
export interface DemoSku {
  id: string;
  service: string;
  category: string;
  subcategory: string;
  meter: string;
  unit: string;
  /** Exact decimals, for one unit. */
  listPrice: string;
  contractedPrice: string;
  /** Where a commitment covers it. */
  committedPrice?: string;
  /** Ten-thousandths of a unit. */
  perDay: number;
  rhythm: Rhythm;
  labelling: Labelling;
  resource: { name: string; type: string };
}

/** A cloud, and the contract that the demo's business has with it. */
export interface DemoProvider {
  /** Of the source that its files are brought into. */
  sourceName: string;
  name: string;
  issuer: string;
  currency: string;
  account: { id: string; name: string };
  region: { id: string; name: string };
  skus: readonly DemoSku[];
  /** Covers what has a committed price; its idle part is the business's. */
  commitment?: { id: string; name: string; skuId: string; idlePercent: number };
  /** Of all customers, and so of none: exact decimal for a day. */
  support?: { service: string; skuId: string; pricePerDay: string };
  /** The one that rises when a plan says so. */
  risingSku?: string;
  /** Granted to the first customer every third month. */
  credit?: string;
  taxPercent: number;
}
