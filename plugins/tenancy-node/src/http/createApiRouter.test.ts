import { mockServices } from '@backstage/backend-test-utils';
import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import express from 'express';
import request from 'supertest';
import { createApiRouter } from './createApiRouter';

const answer = <Description extends string>(description: Description) =>
  ({
    description,
    content: { 'application/json': { schema: { type: 'object' } } },
  }) as const;

const spec = {
  openapi: '3.1.0',
  info: { title: 'things', version: '1' },
  paths: {
    '/things': {
      get: {
        parameters: [
          {
            name: 'limit',
            in: 'query',
            schema: { type: 'integer', minimum: 1, maximum: 200 },
          },
          { name: 'search', in: 'query', schema: { type: 'string' } },
        ],
        responses: { '200': answer('The limit.') },
      },
      post: {
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['name'],
                properties: {
                  name: { type: 'string' },
                  tags: { type: 'object' },
                },
              },
            },
          },
        },
        responses: { '201': answer('The name.') },
      },
    },
    '/things/{thing}': {
      get: {
        parameters: [
          {
            name: 'thing',
            in: 'path',
            required: true,
            schema: { type: 'string' },
          },
        ],
        responses: { '200': answer('The thing.') },
      },
    },
    '/archives': {
      post: {
        requestBody: {
          required: true,
          content: {
            'application/zip': { schema: { type: 'string', format: 'binary' } },
          },
        },
        responses: { '200': answer('The size.') },
      },
    },
  },
} as const;

interface Answer {
  content: { 'application/json': unknown };
}

interface ThingsPaths {
  '/things': {
    get: {
      parameters: { query?: { limit?: number } };
      responses: { 200: Answer };
    };
    post: {
      requestBody: { content: { 'application/json': { name: string } } };
      responses: { 201: Answer };
    };
  };
  '/things/{thing}': {
    get: {
      parameters: { path: { thing: string } };
      responses: { 200: Answer };
    };
  };
  '/archives': { post: { responses: { 200: Answer } } };
}

function createApp() {
  const app = express();
  app.use(
    '/api/things',
    createApiRouter<ThingsPaths>(spec, api => {
      api.get('/things', (req, res) => {
        res.status(200).json({ limit: req.query.limit });
      });
      api.post('/things', (req, res) => {
        res.status(201).json({ name: req.body.name });
      });
      api.get('/things/:thing', (req, res) => {
        res.status(200).json({ thing: req.params.thing });
      });
      api.post('/archives', async (req, res) => {
        let bytes = 0;
        for await (const chunk of req) {
          bytes += chunk.length;
        }
        res.status(200).json({ bytes });
      });
      const untyped = api as unknown as express.Router;
      untyped.get('/undocumented', (_req, res) => {
        res.json({});
      });
    }),
  );
  app.get('/api/things/beside', (_req, res) => {
    res.json({ beside: true });
  });
  app.use(
    MiddlewareFactory.create({
      config: mockServices.rootConfig(),
      logger: mockServices.logger.mock(),
    }).error(),
  );
  return app;
}

describe('createApiRouter', () => {
  const app = createApp();
  const postText = (text: string, type = 'application/json') =>
    request(app)
      .post('/api/things/things')
      .set('content-type', type)
      .send(text);

  it('hands query parameters over in the types of the document', async () => {
    const reply = await request(app).get('/api/things/things?limit=10');
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({ limit: 10 });
  });

  it.each([
    ['a word for a number', '/api/things/things?limit=abc'],
    ['a number out of range', '/api/things/things?limit=201'],
    ['a number beyond all numbers', '/api/things/things?limit=1e400'],
    ['an unknown parameter', '/api/things/things?colour=red'],
    ['a parameter given twice', '/api/things/things?limit=1&limit=2'],
    ['a nested parameter', '/api/things/things?search[a]=1'],
    ['NUL in the query', '/api/things/things?search=a%00b'],
    ['NUL in the path', '/api/things/things/a%00b'],
    ['a broken escape in the path', '/api/things/things/%E0%A4%A'],
    ['a broken escape in the query', '/api/things/things?limit=%E0%A4%A'],
  ])('answers %s with 400', async (_what, url) => {
    const reply = await request(app).get(url);
    expect(reply.status).toBe(400);
    expect(reply.body.error.message).toBeTruthy();
  });

  it.each([
    ['broken JSON', '{"name": "s3cret'],
    ['JSON that is no object', '"name"'],
    ['a missing field', '{}'],
    ['a wrong type', '{"name": 1}'],
    ['NUL in a string', '{"name": "a\\u0000b"}'],
    ['NUL in a nested key', '{"name": "a", "tags": {"x": [{"\\u0000": 1}]}}'],
    ['half of a surrogate pair', '{"name": "\\ud83d"}'],
  ])('answers a body with %s with 400', async (_what, text) => {
    const reply = await postText(text);
    expect(reply.status).toBe(400);
    expect(reply.text).not.toContain('s3cret');
  });

  it('takes text of the whole of Unicode', async () => {
    const reply = await postText('{"name": "🦊 Ünï"}');
    expect(reply.status).toBe(201);
    expect(reply.body).toEqual({ name: '🦊 Ünï' });
  });

  it('reads a body of nothing but brackets', async () => {
    const deep = `${'['.repeat(40_000)}${']'.repeat(40_000)}`;
    const reply = await postText(`{"name":"a","tags":{"x":${deep}}}`);
    expect(reply.status).toBe(201);
  });

  it('answers a body that is too large with 413', async () => {
    const reply = await postText(
      JSON.stringify({ name: 'x'.repeat(1024 * 1024) }),
    );
    expect(reply.status).toBe(413);
    expect(reply.body.error.message).toContain('larger');
  });

  it.each([
    ['a media type that is not in the document', 'text/plain'],
    ['an unknown charset', 'application/json; charset=klingon'],
    ['a malformed media type', 'json;;;'],
  ])('answers %s with a 4xx', async (_what, type) => {
    const { status } = await postText('{"name":"a"}', type);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });

  it('answers a content encoding it cannot read with 415', async () => {
    const reply = await postText('{"name":"a"}').set(
      'content-encoding',
      'rot13',
    );
    expect(reply.status).toBe(415);
  });

  it('leaves bodies that are not JSON to the route', async () => {
    const reply = await request(app)
      .post('/api/things/archives')
      .set('content-type', 'application/zip')
      .send(Buffer.alloc(300_000));
    expect(reply.body).toEqual({ bytes: 300_000 });
  });

  it('knows neither undocumented paths nor undocumented methods', async () => {
    const replies = await Promise.all([
      request(app).get('/api/things/undocumented'),
      request(app).get('/api/things/nothing'),
      request(app).put('/api/things/things').send({}),
      request(app).head('/api/things/things?limit=abc'),
    ]);
    expect(replies.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  });

  it('lets routers mounted beside it answer', async () => {
    const reply = await request(app).get('/api/things/beside');
    expect(reply.body).toEqual({ beside: true });
  });

  it('serves its document', async () => {
    const reply = await request(app).get('/api/things/openapi.json');
    expect(Object.keys(reply.body.paths)).toContain('/api/things/things');
  });
});
