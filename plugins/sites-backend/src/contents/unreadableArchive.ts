import { InputError } from '@backstage/errors';

/**
 * The refusal of an archive that a library could not read. The library's texts
 * name the archive's fault, never this machine; some of them end in a period.
 */
export function unreadableArchive(
  kind: 'ZIP' | '.tar.gz',
  { message }: Error,
): InputError {
  return new InputError(
    `The ${kind} archive cannot be read: ${message.replace(/\.+$/, '')}. Pack the site again.`,
  );
}
