import type { SitesComponents } from '@freehold/plugin-sites-common';

/**
 * A resource of a plan in terms that hold for every cloud: what checks,
 * policies and pages decide by, instead of a provider's own attributes.
 */
export type PlannedResource = SitesComponents['schemas']['PlannedResource'];
export type ResourceKind = PlannedResource['kind'];
export type ResourceAction = PlannedResource['action'];

/** What is known of a resource before or after a plan is applied. */
export type ResourceFacts = SitesComponents['schemas']['ResourceFacts'];

/** A value that is known only once the plan is applied, or that is sensitive. */
export const UNKNOWN: unique symbol = Symbol('unknown until applied');

/** What is known of a fact of which the rest is unknown. */
export class AtLeast<T> {
  constructor(readonly known: T) {}
}

/**
 * What a reader says: each fact, its absence, that nobody can tell yet, or what
 * can be told of it.
 */
export type ReadFacts = {
  [Fact in keyof ResourceFacts]?:
    | ResourceFacts[Fact]
    | AtLeast<NonNullable<ResourceFacts[Fact]>>
    | typeof UNKNOWN;
};
