import type { JsonObject, JsonValue } from '@backstage/types';
import { isDeepStrictEqual } from 'node:util';

/**
 * Of two states of a thing, what an audit event has to tell: the members that
 * differ. A member that only one of them has is in that one.
 */
export function whatDiffers<State extends object>(
  before: State,
  after: State,
): { before: JsonObject; after: JsonObject } {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const differing = names.filter(
    name => !isDeepStrictEqual(read(before, name), read(after, name)),
  );
  return {
    before: pick(before, differing),
    after: pick(after, differing),
  };
}

function pick(state: object, names: string[]): JsonObject {
  return Object.fromEntries(
    names.flatMap(name => {
      const value = read(state, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function read(state: object, name: string): JsonValue | undefined {
  return (state as Record<string, JsonValue | undefined>)[name];
}
