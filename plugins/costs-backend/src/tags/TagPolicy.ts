import type { TagSchema } from './TagSchema';

/** One version of what tags there ought to be. A version never changes. */
export interface TagPolicy {
  /** From 1; 0 before anybody made one. */
  version: number;
  schema: TagSchema;
  createdBy?: string;
  createdAt?: Date;
}

/** Before anybody made one: every tag is as it is, and none is missing. */
export const NO_TAG_POLICY: TagPolicy = {
  version: 0,
  schema: { requirements: [], accounts: [], virtual: [] },
};

/** A period of a source that was allocated by another version than today's. */
export interface OlderTagPeriod {
  sourceId: string;
  sourceName: string;
  billingPeriod: string;
  version: number;
}
