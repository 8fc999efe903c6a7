import type { Config } from '@backstage/config';
import { EnvelopeCipher } from './EnvelopeCipher';
import { LocalKeyring } from './LocalKeyring';

/**
 * The cipher for whatever must be readable again: with the keys of
 * `tenancy.encryption.keys`, the same for all plugins. The context of a value
 * (tenant, table, row, field) keeps it from opening anywhere else.
 *
 * @throws InputError naming the setting that is wrong, never its value
 */
export function createEnvelopeCipher(config: Config): EnvelopeCipher {
  return EnvelopeCipher.create(LocalKeyring.fromConfig(config));
}
