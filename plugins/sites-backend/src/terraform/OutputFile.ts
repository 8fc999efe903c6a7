import { promises as fs } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

const CHUNK_BYTES = 64 * 1024;

/**
 * A file that a command writes its output to, read line by line while it grows.
 * A pipe would break with the portal, and Terraform dies of a broken pipe
 * before it can save its state.
 */
export class OutputFile {
  private readonly decoder = new StringDecoder('utf8');
  private position = 0;
  private rest = '';

  static async create(
    file: string,
    onLine: (line: string) => void,
  ): Promise<OutputFile> {
    return new OutputFile(await fs.open(file, 'w+', 0o600), onLine);
  }

  private constructor(
    private readonly handle: fs.FileHandle,
    private readonly onLine: (line: string) => void,
  ) {}

  /** To be handed to the command. */
  get descriptor(): number {
    return this.handle.fd;
  }

  /** Hands on the lines that are complete by now. */
  async readOn(): Promise<void> {
    const buffer = Buffer.alloc(CHUNK_BYTES);
    for (;;) {
      const { bytesRead } = await this.handle.read(
        buffer,
        0,
        CHUNK_BYTES,
        this.position,
      );
      if (bytesRead === 0) {
        return;
      }
      this.position += bytesRead;
      const text = this.decoder.write(buffer.subarray(0, bytesRead));
      const lines = (this.rest + text).split(/\r?\n/);
      this.rest = lines.pop() ?? '';
      lines.forEach(this.onLine);
    }
  }

  /** Hands on what is left, complete or not. */
  async close(): Promise<void> {
    await this.readOn();
    if (this.rest !== '') {
      this.onLine(this.rest);
    }
    await this.handle.close();
  }
}
