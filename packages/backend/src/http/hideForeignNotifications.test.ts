import express from 'express';
import request from 'supertest';
import { hideForeignNotifications } from './hideForeignNotifications';

describe('hideForeignNotifications', () => {
  const ask = (path: string) => {
    const app = express();
    app.use(hideForeignNotifications());
    app.use((_req, res) => {
      res.json({});
    });
    app.use(((error, _req, res, _next) => {
      res.status(404).json({ name: error.name });
    }) as express.ErrorRequestHandler);
    return request(app).get(path);
  };

  it.each(['/proof', '/notifications/proof', '/notifications/%00'])(
    'answers %s as an unknown notification',
    async path => {
      const { status, body } = await ask(path);
      expect([status, body]).toEqual([404, { name: 'NotFoundError' }]);
    },
  );

  it.each([
    '/',
    '/notifications',
    '/status',
    '/settings',
    '/0198d3c2-0000-7000-8000-000000000000',
    '/notifications/0198d3c2-0000-7000-8000-000000000000',
    '/.well-known/backstage/permissions/metadata',
  ])('lets %s pass', async path => {
    expect((await ask(path)).status).toBe(200);
  });
});
