import { setTimeout } from 'node:timers/promises';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  from: string;
  to: string[];
  /** Headers and body as they came over the line. */
  source: string;
}

/** An SMTP error, as the server answers it. */
export class Refusal extends Error {
  constructor(readonly responseCode: number) {
    super('The server of the test refuses');
  }
}

/**
 * A real SMTP server on loopback.
 *
 * @param options.refuse - asked for every recipient; what it returns is the
 *   answer, undefined lets the mail in
 */
export async function startMailServer(
  options: { refuse?: (recipient: string) => Refusal | undefined } = {},
) {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    // The portal keeps its connections; a test does not wait for them.
    closeTimeout: 10,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, callback) {
      callback(options.refuse?.(address));
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', chunk => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          source: Buffer.concat(chunks).toString('utf8'),
        });
        callback();
      });
    },
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    mails,
    settings: { host: '127.0.0.1', port },
    /** Waits until so many mails came. */
    async received(count: number): Promise<ReceivedMail[]> {
      const deadline = Date.now() + 20_000;
      while (mails.length < count) {
        if (Date.now() > deadline) {
          throw new Error(`Only ${mails.length} of ${count} mails came`);
        }
        await setTimeout(20);
      }
      return mails;
    },
    stop: () => new Promise<void>(resolve => server.close(() => resolve())),
  };
}
