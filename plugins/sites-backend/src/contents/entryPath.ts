import { InputError } from '@backstage/errors';
import type { ArchiveLimits } from './archiveLimits';

// Written by operating systems and version control beside a site, never part
// of it.
const CLUTTER = new Set(['__macosx', 'thumbs.db', 'desktop.ini']);

/**
 * Where an archive's entry goes, relative to the site's root, in Unicode's
 * composed form; undefined for entries that are left out: hidden files, which
 * are never served, and clutter.
 *
 * @throws InputError naming the entry, when its path could leave the root or
 *   means different things on different systems
 */
export function entryPath(
  name: string,
  limits: ArchiveLimits,
): string | undefined {
  refuseWhen(/[\p{Cc}\uFFFD]/u.test(name), name, 'has unreadable characters');
  refuseWhen(name.includes('\\'), name, 'has a backslash in its name');
  refuseWhen(/^(\/|[a-z]:)/i.test(name), name, 'has an absolute path');
  const segments = name
    .normalize('NFC')
    .split('/')
    .filter(segment => segment !== '' && segment !== '.');
  refuseWhen(segments.includes('..'), name, "leads out of the site by '..'");
  const path = segments.join('/');
  refuseWhen(
    Buffer.byteLength(path) > limits.pathBytes ||
      segments.some(part => Buffer.byteLength(part) > limits.segmentBytes),
    name,
    'has too long a name',
  );
  return path === '' || segments.some(isLeftOut) ? undefined : path;
}

function isLeftOut(segment: string): boolean {
  return segment.startsWith('.') || CLUTTER.has(segment.toLowerCase());
}

function refuseWhen(bad: boolean, name: string, what: string) {
  if (bad) {
    throw refusedEntry(name, what);
  }
}

/** The refusal of an archive because of one of its entries. */
export function refusedEntry(name: string, what: string): InputError {
  const shown = name.replace(/[\p{Cc}\uFFFD]/gu, '?');
  const short = shown.length > 120 ? `${shown.slice(0, 117)}...` : shown;
  return new InputError(
    `The archive's entry '${short}' ${what}. Remove it or pack the site again.`,
  );
}
