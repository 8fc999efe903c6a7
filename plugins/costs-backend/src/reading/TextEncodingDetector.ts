import { isAscii, isUtf8 } from 'node:buffer';
import type { FileEncoding } from './FileProfile';

/**
 * Watches the bytes of a text that says nothing of its encoding go by, and tells
 * in the end whether they are UTF-8, or only make sense as Windows-1252: some
 * line is not UTF-8, and none that is has a letter beyond ASCII. In a mix of
 * both the lines that are not UTF-8 are damaged.
 */
export class TextEncodingDetector {
  private rest: Buffer = Buffer.alloc(0);
  /** Some line can only be UTF-8, or be damaged. */
  private isUtf8Text = false;
  private isOther = false;

  /** Takes the next bytes. */
  add(chunk: Buffer): void {
    if (this.isUtf8Text) {
      return;
    }
    const end = chunk.lastIndexOf('\n') + 1;
    if (end === 0) {
      this.rest = Buffer.concat([this.rest, chunk]);
      return;
    }
    this.judge(Buffer.concat([this.rest, chunk.subarray(0, end)]));
    this.rest = Buffer.from(chunk.subarray(end));
  }

  /** What it is, when all bytes were added. */
  end(): Extract<FileEncoding, 'utf-8' | 'windows-1252'> {
    this.judge(this.rest);
    return this.isOther && !this.isUtf8Text ? 'windows-1252' : 'utf-8';
  }

  private judge(lines: Buffer): void {
    if (isAscii(lines)) {
      return;
    }
    if (isUtf8(lines)) {
      this.isUtf8Text = true;
      return;
    }
    for (const line of linesOf(lines)) {
      if (isUtf8(line)) {
        this.isUtf8Text ||= !isAscii(line);
      } else {
        this.isOther = true;
        // Windows-1252 gives these bytes no letter.
        this.isUtf8Text ||= [0x81, 0x8d, 0x8f, 0x90, 0x9d].some(byte =>
          line.includes(byte),
        );
      }
    }
  }
}

function* linesOf(bytes: Buffer): Generator<Buffer> {
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf('\n', start);
    const next = end === -1 ? bytes.length : end + 1;
    yield bytes.subarray(start, next);
    start = next;
  }
}
