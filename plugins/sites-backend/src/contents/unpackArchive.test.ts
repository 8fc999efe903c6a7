import { createMockDirectory } from '@backstage/backend-test-utils';
import fs from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { pack, type Header } from 'tar-stream';
import { ZipFile } from 'yazl';
import { archiveLimits } from './archiveLimits';
import { materializeContent } from './materializeContent';
import { unpackArchive } from './unpackArchive';

jest.setTimeout(30_000);

type Entry = [
  header: string | (Partial<Header> & { name: string }),
  content?: string,
];

async function zip(entries: [string, string | Buffer, number?][]) {
  const file = new ZipFile();
  for (const [name, content, mode] of entries) {
    file.addBuffer(Buffer.from(content), name, { mode });
  }
  file.end();
  return buffer(file.outputStream);
}

/** yazl refuses bad names, so they are written over a good one's bytes. */
async function zipNamed(name: string) {
  const stand = 'x'.repeat(name.length);
  const archive = await zip([
    ['index.html', 'hello'],
    [stand, 'there'],
  ]);
  return Buffer.from(
    archive.toString('latin1').replaceAll(stand, name),
    'latin1',
  );
}

async function tarGz(entries: Entry[]) {
  const archive = pack();
  for (const [header, content] of entries) {
    archive.entry(
      typeof header === 'string' ? { name: header } : header,
      content ?? '',
    );
  }
  archive.finalize();
  return gzipSync(await buffer(archive));
}

describe('unpackArchive', () => {
  const scratch = createMockDirectory();
  const target = createMockDirectory();

  beforeEach(() => {
    scratch.clear();
    target.clear();
  });

  /** Whatever the outcome, nothing may stay behind. */
  const unpack = (archive: Buffer, limits = {}) =>
    unpackArchive(archive, scratch.path, {
      ...archiveLimits,
      ...limits,
    }).finally(() => {
      const left = fs.readdirSync(scratch.path);
      if (left.length > 0) {
        throw new Error(`Left behind: ${left}`);
      }
    });

  it.each(['zip', 'tar.gz'])(
    'keeps the files of a %s as they were',
    async kind => {
      const archive =
        kind === 'zip'
          ? await zip([
              ['index.html', '<h1>Åsa</h1>'],
              ['css/site.css', 'body {}'],
            ])
          : await tarGz([
              ['./index.html', '<h1>Åsa</h1>'],
              [{ name: './css/', type: 'directory' }],
              ['./css/site.css', 'body {}'],
            ]);
      const content = await unpack(archive);
      expect(content).toMatchObject({ files: 2, bytes: 20 });

      const written = await materializeContent(
        { kind: 'upload', archive: content.archive },
        target.path,
      );
      expect(target.content()).toEqual({
        'index.html': '<h1>Åsa</h1>',
        css: { 'site.css': 'body {}' },
      });
      expect(written).toEqual({
        sha256: content.sha256,
        files: 2,
        bytes: 20,
      });
    },
  );

  it('takes equal sites for equal, however they were packed', async () => {
    const first = await unpack(
      await zip([
        ['index.html', 'one'],
        ['a.txt', 'two'],
      ]),
    );
    const second = await unpack(
      await tarGz([
        ['site/a.txt', 'two'],
        ['site/index.html', 'one'],
      ]),
    );
    expect(second.sha256).toBe(first.sha256);
    expect(second.archive).toEqual(first.archive);
  });

  it('leaves out hidden files and what operating systems add', async () => {
    const content = await unpack(
      await zip([
        ['site/index.html', 'x'],
        ['site/.env', 'SECRET=1'],
        ['site/.git/config', 'y'],
        ['__MACOSX/site/._index.html', 'z'],
        ['.DS_Store', 'z'],
      ]),
    );
    expect(content.files).toBe(1);
  });

  it.each([
    ['an absolute path', '/etc/passwd'],
    ['a path out of the site', 'a/../../etc/passwd'],
    ['a drive letter', 'C:/windows/win.ini'],
    ['backslashes', '..\\..\\evil.html'],
    ['control characters', 'evil\u0007.html'],
  ])('refuses %s in either format and names the entry', async (_, name) => {
    const shown = name.replace('\u0007', '?');
    const tar = await tarGz([
      ['index.html', 'x'],
      [name, 'y'],
    ]);
    await expect(unpack(tar)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(shown),
    });
    await expect(unpack(await zipNamed(name))).rejects.toMatchObject({
      name: 'InputError',
    });
  });

  it.each(['symlink', 'link', 'character-device', 'fifo'] as const)(
    'refuses a %s',
    async type => {
      const archive = await tarGz([
        ['index.html', 'x'],
        [{ name: 'evil', type, linkname: '/etc/passwd' }],
      ]);
      await expect(unpack(archive)).rejects.toThrow(
        "The archive's entry 'evil' is a link or a device",
      );
    },
  );

  it('refuses a symlink in a ZIP', async () => {
    const archive = await zip([
      ['index.html', 'x'],
      ['evil', '/etc/passwd', 0o120777],
    ]);
    await expect(unpack(archive)).rejects.toThrow(
      "The archive's entry 'evil' is a link or a device",
    );
  });

  it.each([
    ['twice the same file', 'a.html', 'a.html'],
    ['files that differ in case only', 'a.html', 'A.html'],
    ['folders that differ in case only', 'img/a.png', 'IMG/b.png'],
    ['a file where a folder is', 'a', 'a/b.html'],
  ])('refuses %s', async (_, one, other) => {
    const archive = await tarGz([
      ['index.html', 'x'],
      [one, 'y'],
      [other, 'z'],
    ]);
    await expect(unpack(archive)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(other),
    });
  });

  it('refuses a site without a first page', async () => {
    await expect(unpack(await zip([['home.html', 'x']]))).rejects.toThrow(
      "The archive has no 'index.html'",
    );
    await expect(
      unpack(
        await zip([
          ['a/index.html', 'x'],
          ['b/index.html', 'x'],
        ]),
      ),
    ).rejects.toThrow("The archive has no 'index.html'");
  });

  it.each(['zip', 'tar.gz'])(
    'refuses a %s that explodes, before it has done so',
    async kind => {
      const zeros = Buffer.alloc(30 * 1024 * 1024);
      const archive =
        kind === 'zip'
          ? await zip([['index.html', zeros]])
          : await tarGz([['index.html', zeros.toString('latin1')]]);
      expect(archive.length).toBeLessThan(100_000);
      await expect(unpack(archive)).rejects.toThrow(
        'unpacks to more than 100 times its size',
      );
    },
  );

  it('refuses more files, entries and bytes than the limits', async () => {
    const archive = await tarGz([
      ['index.html', '12345'],
      ['a.html', '12345'],
      ['b.html', '12345'],
    ]);
    await expect(unpack(archive, { files: 2 })).rejects.toThrow(
      'more than 2 files',
    );
    await expect(unpack(archive, { entries: 2 })).rejects.toThrow(
      'more than 2 entries',
    );
    await expect(unpack(archive, { unpackedBytes: 12 })).rejects.toThrow(
      'unpacks to more than',
    );
    await expect(
      unpack(
        await tarGz([
          ['index.html', 'x'],
          ['y'.repeat(201), 'x'],
        ]),
      ),
    ).rejects.toThrow('has too long a name');
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['plain text', Buffer.from('<h1>Hi</h1>')],
    ['a gzip that holds no tar', gzipSync('hello')],
    ['a cut-off ZIP', Buffer.from('504b0304', 'hex')],
  ])('refuses %s', async (_, archive) => {
    await expect(unpack(archive)).rejects.toMatchObject({ name: 'InputError' });
  });

  it.each(['zip', 'tar.gz'])(
    'says in one sentence why a cut-off %s cannot be read',
    async kind => {
      const whole =
        kind === 'zip'
          ? await zip([['index.html', 'hello '.repeat(100)]])
          : await tarGz([['index.html', 'hello '.repeat(100)]]);
      const half = whole.subarray(0, whole.length / 2);
      await expect(unpack(half)).rejects.toThrow(
        /cannot be read: .*[^.]\. Pack the site again\.$/,
      );
    },
  );

  it.each(['zip', 'tar.gz'])(
    'refuses a %s that was cut off or damaged at any place',
    async kind => {
      const text = Array.from({ length: 2000 }, (_, i) => i * i).join(' ');
      const archive =
        kind === 'zip'
          ? await zip([['index.html', text]])
          : await tarGz([['index.html', text]]);
      for (let cut = 0; cut < archive.length - 1; cut += 97) {
        const refusal = await unpack(archive.subarray(0, cut)).catch(e => e);
        expect([cut, refusal.name]).toEqual([cut, 'InputError']);
      }
      const damaged = Buffer.from(archive);
      damaged.fill(0xff, 60, archive.length - 200);
      await expect(unpack(damaged)).rejects.toMatchObject({
        name: 'InputError',
      });
    },
  );
});

describe('materializeContent', () => {
  const target = createMockDirectory();

  it('writes a starter page with the title as text, never as markup', async () => {
    const written = await materializeContent(
      { kind: 'starter', title: '<script>alert(1)</script> & Co' },
      target.path,
    );
    expect(written.files).toBe(1);
    const page = fs.readFileSync(target.resolve('index.html'), 'utf8');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; Co');
    expect(page).not.toContain('<script>');
  });
});
