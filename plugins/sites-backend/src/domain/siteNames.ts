import { SITE_NAME_PATTERN } from '@freehold/plugin-sites-common';

const PATTERN = new RegExp(SITE_NAME_PATTERN);

/**
 * Names that would be mistaken for something else as the first label of an
 * address or as a page of the portal.
 */
const RESERVED: ReadonlySet<string> = new Set([
  'admin',
  'api',
  'app',
  'autoconfig',
  'autodiscover',
  'default',
  'ftp',
  'imap',
  'localhost',
  'mail',
  'pop',
  'portal',
  'smtp',
  'staff',
  'status',
  'system',
  'wpad',
  'www',
]);

/** Why no site may have this name, for people; undefined when one may. */
export function refusalOfName(name: string): string | undefined {
  if (!PATTERN.test(name)) {
    return 'A name has 2 to 40 characters: lower-case letters, digits and single hyphens between them. It starts with a letter.';
  }
  return RESERVED.has(name)
    ? `The name '${name}' is reserved. Choose another one.`
    : undefined;
}
