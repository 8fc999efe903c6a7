import { PASSWORD } from './__testUtils__/seedTenants';
import { portalHeaders } from './__testUtils__/startPortal';
import { ADA, cookieOf, usePortal } from './__testUtils__/usePortal';

const { call, raw, signIn, refresh } = usePortal();

describe('requests of other sites', () => {
  it.each([
    ['without the header', { Origin: portalHeaders.Origin }],
    ['without an Origin', { 'X-Freehold-Request': '1' }],
    [
      'with a foreign Origin',
      { 'X-Freehold-Request': '1', Origin: 'http://evil.acme.localhost:7007' },
    ],
  ])('are refused %s', async (_, headers) => {
    const cookie = cookieOf(await signIn(ADA));
    for (const path of ['/sessions', '/sessions/refresh', '/password']) {
      const response = await raw()
        .post(`/api/auth/local${path}`)
        .set(headers as Record<string, string>)
        .set('Cookie', cookie)
        .send(
          path === '/sessions/refresh' ? undefined : { ...ADA, token: 'x' },
        );
      expect([400, 403]).toContain(response.status);
    }
    const out = await raw()
      .delete('/api/auth/local/sessions/current')
      .set(headers as Record<string, string>)
      .set('Cookie', cookie);
    expect(out.status).toBe(403);
    const renewed = await refresh(cookie);
    expect(renewed.status).toBe(200);
  });
});

describe('bad input', () => {
  it.each([
    ['no body', '/sessions', undefined],
    ['wrong types', '/sessions', { email: 1, password: [] }],
    ['a missing field', '/sessions', { email: 'a@b.example' }],
    ['an unknown field', '/sessions', { ...ADA, admin: true }],
    [
      'an overlong password',
      '/sessions',
      { ...ADA, password: 'x'.repeat(129) },
    ],
    ['a NUL character', '/sessions', { ...ADA, email: 'a\u0000@b.example' }],
    ['a NUL tenant', '/sessions', { ...ADA, tenant: '\u0000' }],
    ['no token', '/password', { password: PASSWORD }],
    [
      'an overlong context',
      '/password/strength',
      { password: 'x', context: Array(11).fill('x') },
    ],
    ['a list', '/password-links/inspect', []],
  ])('%s at %s is a 4xx', async (_, path, body) => {
    const answer = await call('post', path, { body });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  });

  it('too much of it is refused unread', async () => {
    const answer = await call('post', '/sessions', {
      body: { ...ADA, email: 'x'.repeat(200_000) },
    });
    expect(answer.status).toBe(413);
  });

  it('broken JSON is answered without repeating it', async () => {
    const answer = await raw()
      .post('/api/auth/local/sessions')
      .set(portalHeaders)
      .set('Content-Type', 'application/json')
      .send('{"password": "hunter2');
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).not.toContain('hunter2');
  });

  it("leaves none of Backstage's own provider routes open", async () => {
    for (const path of ['start', 'handler/frame', 'refresh']) {
      const answer = await raw().get(`/api/auth/local/${path}?env=development`);
      expect(answer.status).toBe(404);
    }
    const answer = await call('post', '/logout');
    expect(answer.status).toBe(404);
  });
});
