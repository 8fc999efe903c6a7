import { Writable } from 'node:stream';
import { WinstonLogger } from '@backstage/backend-defaults/rootLogger';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { format, transports } from 'winston';
import { requestContext } from '@freehold/plugin-tenancy-node';
import { RequestLogger } from './RequestLogger';

describe('RequestLogger', () => {
  let lines: string[];
  let logger: RequestLogger;

  beforeEach(() => {
    lines = [];
    const stream = new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk));
        done();
      },
    });
    logger = RequestLogger.create(
      WinstonLogger.create({
        format: format.json(),
        transports: [new transports.Stream({ stream })],
      }),
    );
  });

  const inRequest = (requestId: string, work: () => void) =>
    requestContext()(
      { headers: { 'x-request-id': requestId } } as unknown as IncomingMessage,
      { setHeader() {} } as unknown as ServerResponse,
      work,
    );

  const logged = () => lines.map(line => JSON.parse(line));

  it('puts the request on every line, those of children included', async () => {
    const child = logger.child({ plugin: 'sites' });
    inRequest('request-one', () => {
      logger.info('first');
      child.warn('second', { site: 'shop' });
    });
    inRequest('request-two', () => child.error('third', new Error('why')));
    child.info('of no request');

    expect(logged()).toMatchObject([
      { message: 'first', requestId: 'request-one', level: 'info' },
      {
        message: 'second',
        requestId: 'request-one',
        plugin: 'sites',
        site: 'shop',
      },
      { requestId: 'request-two', level: 'error' },
      { message: 'of no request' },
    ]);
    expect(logged()[0].traceId).toBe(logged()[1].traceId);
    expect(logged()[2].message).toContain('why');
    expect(logged()[3].requestId).toBeUndefined();
  });

  it.each([
    [
      'a header',
      { headers: { authorization: 'canary', 'set-cookie': ['canary'] } },
    ],
    ['a password', { user: { password: 'canary', newPassword: 'canary' } }],
    ['a secret of a kind', { clientSecret: 'canary', api_key: 'canary' }],
    [
      'a token in a text',
      { url: 'https://x.example/?t=eyJhbGciOi.canary.sig' },
    ],
    ['a token in a list', { lines: ['Authorization: Bearer canary-12345678'] }],
  ])('takes out %s', (_, meta) => {
    logger.info('look', meta);
    logger.child(meta).info('look');
    expect(lines.join('')).not.toContain('canary');
    expect(lines.join('')).toContain('***');
  });

  it('takes tokens out of messages', () => {
    logger.info('got Bearer canary-12345678 and eyJhbGciOi.canary.sig');
    expect(logged()[0].message).toBe('got *** and ***');
  });

  it('leaves the rest as it is', () => {
    const meta = { tokens: 3, plan: { secretary: 'Ann', since: [1, null] } };
    logger.info('look', meta);
    expect(logged()[0]).toMatchObject(meta);
  });
});
