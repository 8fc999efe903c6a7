import type { ReadFacts, ResourceKind } from './PlannedResource';
import type { ResourceValues } from './ResourceValues';

/** How the resources of one type of a provider are read. */
export interface ResourceReader {
  kind: ResourceKind | ((values: ResourceValues) => ResourceKind);
  /** Facts of one side of a plan; what does not apply is left out. */
  read?(values: ResourceValues): ReadFacts;
}

/**
 * Readers by the provider's name of the type; `aws_*` reads what no other
 * reader of that provider does.
 */
export type ResourceReaders = Readonly<Record<string, ResourceReader>>;
