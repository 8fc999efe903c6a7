import dgram from 'node:dgram';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

const TYPES: Record<string, number> = { CNAME: 5, TXT: 16 };
const HEADER_BYTES = 12;

/** A name server that knows the records it is told, and nothing else. */
export class DnsDouble {
  static async start(): Promise<DnsDouble> {
    const socket = dgram.createSocket('udp4');
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    return new DnsDouble(socket);
  }

  private readonly socket: dgram.Socket;
  private readonly records = new Map<string, { type: number; data: Buffer }>();

  private constructor(socket: dgram.Socket) {
    this.socket = socket;
    socket.on('message', (query, { port, address }) =>
      socket.send(this.answer(query), port, address),
    );
  }

  /** As `sites.aws.dnsServers` takes it. */
  get address(): string {
    return `127.0.0.1:${(this.socket.address() as AddressInfo).port}`;
  }

  /** Sets a record, as a customer does at their registrar. */
  set(record: { name: string; type: string; value: string }): void {
    const { name, type, value } = record;
    this.records.set(bare(name), {
      type: TYPES[type],
      data: type === 'TXT' ? text(value) : labels(bare(value)),
    });
  }

  stop(): void {
    this.socket.close();
  }

  private answer(query: Buffer): Buffer {
    const { name, end } = readName(query, HEADER_BYTES);
    const question = query.subarray(HEADER_BYTES, end + 4);
    const found = this.records.get(name.toLowerCase());
    const header = Buffer.alloc(HEADER_BYTES);
    query.copy(header, 0, 0, 2);
    header.writeUInt16BE(found ? 0x8180 : 0x8183, 2);
    header.writeUInt16BE(1, 4);
    header.writeUInt16BE(found ? 1 : 0, 6);
    return Buffer.concat([
      header,
      question,
      found ? answerOf(found) : Buffer.alloc(0),
    ]);
  }
}

/** An answer about the name of the question. */
function answerOf({ type, data }: { type: number; data: Buffer }): Buffer {
  const head = Buffer.alloc(12);
  head.writeUInt16BE(0xc000 + HEADER_BYTES, 0);
  head.writeUInt16BE(type, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt32BE(60, 6);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}

function labels(name: string): Buffer {
  return Buffer.concat([...name.split('.').map(text), Buffer.from([0])]);
}

function text(value: string): Buffer {
  return Buffer.concat([Buffer.from([value.length]), Buffer.from(value)]);
}

function readName(query: Buffer, at: number): { name: string; end: number } {
  const read: string[] = [];
  let end = at;
  for (;;) {
    const length = query.readUInt8(end);
    end += 1;
    if (length === 0) {
      return { name: read.join('.'), end };
    }
    read.push(query.toString('latin1', end, end + length));
    end += length;
  }
}

function bare(name: string): string {
  return name.toLowerCase().replace(/\.$/, '');
}
