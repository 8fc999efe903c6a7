import type { components } from './api.generated';

type Schemas = components['schemas'];

/** How a site runs, and what it has beside it. */
export interface Specification {
  runtime: Schemas['Runtime'];
  /** With the size `custom` only. */
  customSize?: Schemas['CustomSize'];
  domains: string[];
  environment: Record<string, string>;
  /** Variable name to where the cloud finds its secret. */
  secretReferences: Record<string, string>;
  addOns: Schemas['AddOns'];
}

/** Static files, and nothing beside them. */
export const PLAIN_SPECIFICATION: Specification = {
  runtime: { kind: 'static' },
  domains: [],
  environment: {},
  secretReferences: {},
  addOns: {},
};

/** The size whose measures the customer gives. */
export const CUSTOM_SIZE = 'custom';

/**
 * The cloud whose sites the portal itself serves, at addresses it knows
 * beforehand; any other serves its sites without asking it.
 *
 * @public
 */
export const PORTAL_CLOUD = 'local';
