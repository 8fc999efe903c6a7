import type {
  SitesComponents,
  SitesPaths,
} from '@freehold/plugin-sites-common';

type Schemas = SitesComponents['schemas'];

export type Site = Schemas['Site'];
export type Deployment = Schemas['Deployment'];
export type DriftCheck = Schemas['DriftCheck'];
export type DeadLetter = Schemas['DeadLetter'];
export type DeploymentCheck = NonNullable<Deployment['checks']>[number];
export type Plan = Schemas['Plan'];
export type PlanChange = Plan['changes'][number];
export type PlannedResource = Schemas['PlannedResource'];
export type Offering = Schemas['Offering'];
export type OfferedCloud = Offering['clouds'][number];
export type Capabilities = OfferedCloud['capabilities'];
export type Runtime = Schemas['Runtime'];
export type CustomSize = Schemas['CustomSize'];
export type AddOns = Schemas['AddOns'];
export type OfferedSize = OfferedCloud['sizes'][number];
/** A version of the prices as lists show it. */
export type PriceBookHead = Schemas['PriceBookHead'];
export type PriceBook = Schemas['PriceBook'];
export type ContentChoice = Schemas['ContentChoice'];
export type UploadedContent = Schemas['Content'];
export type ChangedSite = Schemas['ChangedSite'];
export type Summary = Schemas['Summary'];
export type CloudCredential = Schemas['CloudCredential'];
export type CloudCredentialInput = Schemas['CloudCredentialInput'];
export type Price = Schemas['Money'];
/** A monthly price with what it is made of. */
export type PricedLines = Schemas['Price'];
export type PriceQuote = Schemas['PriceQuote'];

/** One page of a list, and how many match in all. */
export interface PageOf<Item> {
  items: Item[];
  total: number;
}

/** A line of a deployment's log. `seq` only grows. */
export type LogLine = Omit<Schemas['LogLine'], 'stream'> & { stream: string };

/** Lines that a search found in one log. */
export type FoundLog = Schemas['FoundLog'];
export type FoundLogs =
  SitesPaths['/log-search']['get']['responses'][200]['content']['application/json'];

export type StateVersion = Schemas['StateVersion'];
/** Versions of a state, newest first, and who holds its lock. */
export type StateHistory = PageOf<StateVersion> & {
  lock?: Schemas['StateLock'];
};
