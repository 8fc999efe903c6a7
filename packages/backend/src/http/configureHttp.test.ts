import {
  MiddlewareFactory,
  type RootHttpRouterConfigureContext,
} from '@backstage/backend-defaults/rootHttpRouter';
import { mockServices } from '@backstage/backend-test-utils';
import { NotAllowedError } from '@backstage/errors';
import express, { Router } from 'express';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import request from 'supertest';
import { configureHttp } from './configureHttp';
import {
  currentRequest,
  type RequestContext,
} from '@freehold/plugin-tenancy-node';

describe('configureHttp', () => {
  const logger = mockServices.logger.mock();

  beforeEach(() => jest.clearAllMocks());

  const server = createServer();

  const application = (baseUrl = 'http://localhost:7007') => {
    const config = mockServices.rootConfig({
      data: { app: { baseUrl }, backend: { baseUrl } },
    });
    const routes = Router();
    routes.get('/context', (_req, res) => res.json(currentRequest()));
    routes.post('/upload', (req, res) => {
      req.once('data', () => {
        req.pause();
        res.status(413).end('too much');
      });
    });
    routes.get('/broken', () => {
      throw new Error('broken on purpose');
    });
    const app = express();
    configureHttp(
      {
        app,
        server,
        config,
        logger,
        routes,
        healthRouter: Router(),
        middleware: MiddlewareFactory.create({ config, logger }),
      } as Partial<RootHttpRouterConfigureContext> as RootHttpRouterConfigureContext,
      {
        hosts: (req, res, next) => {
          if (req.headers.host !== 'shop.acme.localhost') {
            next();
            return;
          }
          res.setHeader('Content-Type', 'text/plain');
          res.end('the shop');
        },
        refuse: (req, _res, next) =>
          next(req.path === '/refused' && new NotAllowedError('Not today')),
      },
    );
    return app;
  };

  const portal = (baseUrl?: string) => request(application(baseUrl));

  it('keeps connections longer than load balancers, who keep them for a minute', () => {
    application();
    expect(server.keepAliveTimeout).toBeGreaterThan(60_000);
  });

  it('answers what follows on the connection of an upload it refused halfway', async () => {
    const listening = createServer(application()).listen(0, '127.0.0.1');
    await once(listening, 'listening');
    const socket = connect((listening.address() as AddressInfo).port);
    let answers = '';
    const heard = (text: string) =>
      new Promise<void>(resolve => {
        socket.on('data', () => answers.includes(text) && resolve());
      });
    socket.on('data', chunk => {
      answers += chunk;
    });
    const half = 'x'.repeat(1_000_000);
    socket.write(
      `POST /upload HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${2 * half.length}\r\n\r\n`,
    );
    socket.write(half);
    await heard('too much');
    socket.write(half);
    socket.write('GET /context HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await heard('requestId');
    socket.destroy();
    listening.close();
    expect(answers.match(/HTTP\/1.1 \d+/g)).toEqual([
      'HTTP/1.1 413',
      'HTTP/1.1 200',
    ]);
  });

  it('gives a request an id and a trace', async () => {
    const { body, headers } = await portal().get('/context');
    const { requestId, traceId, spanId } = body as RequestContext;
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(spanId).toMatch(/^[0-9a-f]{16}$/);
    expect(headers['x-request-id']).toBe(requestId);
  });

  it("keeps the caller's id and trace, on a span of its own", async () => {
    const { body } = await portal()
      .get('/context')
      .set('X-Request-Id', 'edge-12345678')
      .set(
        'traceparent',
        '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
      );
    expect(body).toMatchObject({
      requestId: 'edge-12345678',
      traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
    });
    expect(body.spanId).not.toBe('00f067aa0ba902b7');
  });

  it.each([
    ['too short', 'abc'],
    ['overlong', 'a'.repeat(129)],
    ['meant for the log', 'a"} {"level":"error'],
  ])('replaces an id that is %s', async (_, id) => {
    const { headers } = await portal().get('/context').set('X-Request-Id', id);
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each([
    'nonsense',
    `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`,
    `00-4bf92f3577b34da6a3ce929d0e0e4736-${'0'.repeat(16)}-01`,
    'ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
  ])('starts a trace of its own for %s', async traceparent => {
    const { body } = await portal()
      .get('/context')
      .set('traceparent', traceparent);
    expect(body.traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(body.traceId).not.toMatch(/^(0+|4bf92f35.*)$/);
  });

  it('sets security headers on every answer, missing pages included', async () => {
    for (const path of ['/context', '/broken', '/nowhere', '/refused']) {
      const { headers } = await portal().get(path);
      expect(headers['content-security-policy']).toContain(
        "default-src 'none';",
      );
      expect(headers['content-security-policy']).toContain(
        "frame-ancestors 'none'",
      );
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
      });
      expect(headers['x-powered-by']).toBeUndefined();
    }
  });

  it('demands TLS only where the portal has it', async () => {
    const plain = await portal().get('/context');
    expect(plain.headers['strict-transport-security']).toBeUndefined();
    const secure = await portal('https://portal.example').get('/context');
    expect(secure.headers['strict-transport-security']).toContain('max-age=');
    expect(secure.headers['content-security-policy']).toContain(
      'upgrade-insecure-requests',
    );
  });

  it('shows no stack traces, in development neither', async () => {
    const { NODE_ENV } = process.env;
    process.env = { ...process.env, NODE_ENV: 'development' };
    try {
      const { status, text } = await portal().get('/broken');
      expect(status).toBe(500);
      expect(text).not.toContain('configureHttp.test');
    } finally {
      process.env = { ...process.env, NODE_ENV };
    }
  });

  it('refuses before anything is done or logged for a request', async () => {
    const { status, body } = await portal().get('/refused');
    expect(status).toBe(403);
    expect(body.error.message).toBe('Not today');
    expect(logger.info).not.toHaveBeenCalled();
    await portal().get('/context');
    expect(logger.info).toHaveBeenCalled();
  });

  it("leaves hosts that are not the portal's alone", async () => {
    const { text, headers } = await portal()
      .get('/context')
      .set('Host', 'shop.acme.localhost');
    expect(text).toBe('the shop');
    expect(headers['content-security-policy']).toBeUndefined();
    expect(headers['x-request-id']).toBeDefined();
  });
});
