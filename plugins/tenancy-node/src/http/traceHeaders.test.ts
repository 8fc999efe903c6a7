import express from 'express';
import request from 'supertest';
import { currentRequest, requestContext } from './requestContext';
import { traceHeaders } from './traceHeaders';

describe('traceHeaders', () => {
  const called = express()
    .use(requestContext())
    .get('/', (_req, res) => {
      res.json(currentRequest());
    });
  const calling = express()
    .use(requestContext())
    .get('/', async (_req, res) => {
      const { body } = await request(called).get('/').set(traceHeaders());
      res.json({ here: currentRequest(), there: body });
    });

  it('let the plugin that is called go on with the id and the trace', async () => {
    const { body } = await request(calling).get('/');
    const { here, there } = body;
    expect(there.requestId).toBe(here.requestId);
    expect(there.traceId).toBe(here.traceId);
    expect(there.spanId).not.toBe(here.spanId);
  });

  it('pass on what the browser sent', async () => {
    const { body } = await request(calling)
      .get('/')
      .set('x-request-id', 'from-the-browser');
    expect(body.there.requestId).toBe('from-the-browser');
  });

  it('are none outside of a request', () => {
    expect(traceHeaders()).toEqual({});
  });
});
