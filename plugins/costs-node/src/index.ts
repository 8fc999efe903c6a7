/**
 * What modules that bring charges into the portal build on.
 *
 * @packageDocumentation
 */
export * from './focus';
export * from './formats';
