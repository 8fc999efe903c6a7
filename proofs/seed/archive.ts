import { crc32, deflateRawSync, gzipSync } from 'node:zlib';

export interface ArchiveEntry {
  name: string | Buffer;
  content?: string | Buffer;
  /** Tar's type flag: `0` file, `1` hard link, `2` symbolic link, `3` device. */
  type?: string;
  linkTarget?: string;
  /** What the header claims, when it lies about the content's size. */
  claimedSize?: number;
}

/**
 * Archives written byte by byte: libraries refuse to write the malformed ones
 * that a portal must refuse to read.
 */
export function tarGz(entries: ArchiveEntry[]): Buffer {
  return gzipSync(tar(entries));
}

export function tar(entries: ArchiveEntry[]): Buffer {
  const blocks = entries.flatMap(entry => {
    const content = Buffer.from(entry.content ?? '');
    const padding = Buffer.alloc((512 - (content.length % 512)) % 512);
    return [tarHeader(entry, content.length), content, padding];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

function tarHeader(entry: ArchiveEntry, length: number): Buffer {
  const header = Buffer.alloc(512);
  const octal = (value: number, size: number) =>
    `${value.toString(8).padStart(size - 1, '0')}\0`;
  Buffer.from(entry.name as string).copy(header, 0, 0, 100);
  header.write(octal(0o644, 8), 100);
  header.write(octal(0, 8), 108);
  header.write(octal(0, 8), 116);
  header.write(octal(entry.claimedSize ?? length, 12), 124);
  header.write(octal(0, 12), 136);
  header.write(' '.repeat(8), 148);
  header.write(entry.type ?? '0', 156);
  header.write(entry.linkTarget ?? '', 157);
  header.write('ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

/** @param entries - `type` `2` makes a symbolic link of Unix zips */
export function zip(entries: ArchiveEntry[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name as string);
    const content = Buffer.from(entry.linkTarget ?? entry.content ?? '');
    const packed = deflateRawSync(content, { level: 9 });
    const facts = zipFacts(content, packed, name, entry.claimedSize);
    const record = Buffer.concat([
      bytes([0x04034b50, 4]),
      facts,
      bytes([0, 2]),
      name,
      packed,
    ]);
    const mode = entry.type === '2' ? 0o120777 : 0o100644;
    local.push(record);
    central.push(
      Buffer.concat([
        bytes([0x02014b50, 4], [0x031e, 2]),
        facts,
        bytes([0, 2], [0, 2], [0, 2], [0, 2], [mode * 0x10000, 4], [offset, 4]),
        name,
      ]),
    );
    offset += record.length;
  }
  const directory = Buffer.concat(central);
  const count = entries.length;
  return Buffer.concat([
    ...local,
    directory,
    bytes([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2]),
    bytes([directory.length, 4], [offset, 4], [0, 2]),
  ]);
}

function zipFacts(
  content: Buffer,
  packed: Buffer,
  name: Buffer,
  claimedSize = content.length,
): Buffer {
  return bytes(
    [20, 2],
    [0x0800, 2],
    [8, 2],
    [0, 2],
    [0x21, 2],
    [crc32(content), 4],
    [packed.length, 4],
    [claimedSize, 4],
    [name.length, 2],
  );
}

function bytes(...fields: [value: number, size: number][]): Buffer {
  return Buffer.concat(
    fields.map(([value, size]) => {
      const field = Buffer.alloc(size);
      field.writeUIntLE(value, 0, size);
      return field;
    }),
  );
}
