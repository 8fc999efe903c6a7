import type { Kind } from '../Kind.ts';
import { certificates } from './certificates.ts';
import { containers } from './containers.ts';
import { database } from './database.ts';
import { edge } from './edge.ts';
import { network } from './network.ts';
import { storage } from './storage.ts';

/**
 * Every type of resource in the AWS stack, read back by AWS's own SDK. What is
 * in a state and not here fails the proof.
 */
export const kinds: Record<string, Kind<any>> = {
  ...network,
  ...storage,
  ...edge,
  ...certificates,
  ...containers,
  ...database,
};
