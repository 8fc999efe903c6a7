import { randomBytes } from 'node:crypto';

/**
 * A new id such as `dep_0198f2c4-…`: a UUID of version 7, so that ids of one
 * kind sort by time of birth and land side by side in their indexes.
 *
 * @typeParam Prefix - the prefixes that a plugin hands out
 */
export function newId<Prefix extends string>(prefix: Prefix): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) % 0x10) + 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) % 0x40) + 0x80, 8);
  const hex = bytes.toString('hex');
  return `${prefix}_${[
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-')}`;
}
