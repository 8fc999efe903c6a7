import { gzipSync } from 'node:zlib';
import { type ArchiveEntry, tar, tarGz, zip } from '../seed/archive.ts';

const page: ArchiveEntry = { name: 'index.html', content: '<h1>Hello</h1>' };
const MEGABYTE = 1024 * 1024;

/** Archives that must be refused before anything of them is kept. */
export function badArchives(): Record<string, Buffer> {
  return {
    ...inBothFormats('a way up', { name: '../escaped.html', content: 'x' }),
    ...inBothFormats('a way up in the middle', {
      name: 'a/../../escaped.html',
      content: 'x',
    }),
    ...inBothFormats('an absolute path', {
      name: '/tmp/escaped',
      content: 'x',
    }),
    ...inBothFormats('a backslash way up', {
      name: '..\\escaped.html',
      content: 'x',
    }),
    ...inBothFormats('a symbolic link', {
      name: 'link',
      type: '2',
      linkTarget: '/etc/passwd',
    }),
    // In a tar a NUL ends the name, as it should.
    'a NUL in a name in zip': zip([
      page,
      { name: 'a\u0000.html', content: 'x' },
    ]),
    ...inBothFormats('a name twice', page),
    ...inBothFormats('a name twice but for its case', {
      name: 'INDEX.html',
      content: 'x',
    }),
    ...inBothFormats('a path that is file and folder', {
      name: 'index.html/inner.html',
      content: 'x',
    }),
    ...inBothFormats('a name far too long', {
      name: `${'deep/'.repeat(400)}page.html`.slice(0, 99),
      content: Buffer.alloc(101 * MEGABYTE),
    }),
    'a hard link in tar': tarGz([
      page,
      { name: 'link', type: '1', linkTarget: '/etc/passwd' },
    ]),
    'a device in tar': tarGz([page, { name: 'device', type: '3' }]),
    'a pipe in tar': tarGz([page, { name: 'pipe', type: '6' }]),
    'a tar whose entry lies about its size': tarGz([
      page,
      { name: 'short.html', content: 'x', claimedSize: 0o77777777 },
    ]),
    'a zip whose entry lies about its size': zip([
      page,
      { name: 'large.html', content: Buffer.alloc(MEGABYTE), claimedSize: 10 },
    ]),
    'a zip that explodes': zip([
      page,
      ...Array.from({ length: 20 }, (_, index) => ({
        name: `large-${index}`,
        content: Buffer.alloc(10 * MEGABYTE),
      })),
    ]),
    'a tar that explodes': tarGz([
      page,
      { name: 'large', content: Buffer.alloc(150 * MEGABYTE) },
    ]),
    'a gzip in a gzip': gzipSync(tarGz([page])),
    'a gzip of no tar': gzipSync('no tar at all'),
    'very many files in tar': tarGz(many(5000)),
    'very many files in zip': zip(many(5000)),
    'no first page': tarGz([{ name: 'other.html', content: 'x' }]),
    'an empty tar': tarGz([]),
    'an empty zip': zip([]),
    'half a zip': zip([page]).subarray(0, 60),
    'half a gzip': tarGz([page, { name: 'a', content: 'abc' }]).subarray(0, 40),
    'a tar that is not compressed': tar([page]),
    'no archive': Buffer.from('no archive'),
    nothing: Buffer.alloc(0),
    'more than may be sent': Buffer.concat([
      zip([page]),
      Buffer.alloc(25 * MEGABYTE, 'x'),
    ]),
  };
}

function inBothFormats(
  what: string,
  entry: ArchiveEntry,
): Record<string, Buffer> {
  return {
    [`${what} in tar`]: tarGz([page, entry]),
    [`${what} in zip`]: zip([page, entry]),
  };
}

function many(count: number): ArchiveEntry[] {
  return [
    page,
    ...Array.from({ length: count }, (_, index) => ({
      name: `page-${index}.html`,
      content: 'x',
    })),
  ];
}
