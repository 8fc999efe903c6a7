import { PASSWORD } from './__testUtils__/seedTenants';
import {
  ADA,
  HOUR,
  passTime,
  tokenOf,
  usePortal,
} from './__testUtils__/usePortal';

const { call, raw, signIn, whoIs, setMember } = usePortal();

describe('set-password links', () => {
  const createLink = async (tenant: string, member: string) => {
    const { body } = await raw().post(`/api/tenancy/links/${tenant}/${member}`);
    return body.url.split('#token=')[1] as string;
  };
  const chosen = 'marble-trumpet-91-canyon';

  it('set the password once and end the sessions before', async () => {
    const before = await signIn({ ...ADA, email: 'bob@acme.example' });
    const token = await createLink('acme', 'bob');
    const inspected = await call('post', '/password-links/inspect', {
      body: { token },
    });
    expect(inspected.body).toMatchObject({
      displayName: 'bob of acme',
      email: 'bob@acme.example',
    });

    const answers = await Promise.all(
      [1, 2].map(() =>
        call('post', '/password', { body: { token, password: chosen } }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404]);
    expect((await whoIs(tokenOf(before))).status).toBe(401);
    expect(
      (await signIn({ email: 'bob@acme.example', password: chosen })).status,
    ).toBe(200);
    expect(
      (await signIn({ email: 'bob@acme.example', password: PASSWORD })).status,
    ).toBe(401);
    const replay = await call('post', '/password-links/inspect', {
      body: { token },
    });
    expect(replay.status).toBe(404);
  });

  it('let a new member in', async () => {
    const token = await createLink('acme', 'new');
    await call('post', '/password', { body: { token, password: chosen } });
    const response = await signIn({
      email: 'new@acme.example',
      password: chosen,
    });
    expect(response.status).toBe(200);
  });

  it('stop working when expired, replaced, or the member is removed', async () => {
    const replaced = await createLink('acme', 'ada');
    const removed = await createLink('acme', 'ada');
    await setMember('ada', { removed_at: new Date() });
    const unusable = [
      await call('post', '/password-links/inspect', {
        body: { token: replaced },
      }),
      await call('post', '/password', {
        body: { token: removed, password: chosen },
      }),
    ];
    await setMember('ada', { removed_at: null });
    passTime(72 * HOUR);
    unusable.push(
      await call('post', '/password', {
        body: { token: removed, password: chosen },
      }),
    );
    unusable.push(
      await call('post', '/password', {
        body: { token: `acme.${'A'.repeat(43)}`, password: chosen },
      }),
      await call('post', '/password', {
        body: { token: 'nonsense\u0000', password: chosen },
      }),
    );
    for (const answer of unusable.slice(0, 4)) {
      expect(answer.status).toBe(404);
      expect(answer.body.error).toEqual(unusable[0].body.error);
    }
    expect(unusable[4].status).toBeGreaterThanOrEqual(400);
    expect(unusable[4].status).toBeLessThan(500);
  });

  it('refuse a weak password, say why, and stay usable', async () => {
    const token = await createLink('acme', 'ada');
    for (const weak of ['short', 'password123456', 'ada@acme.example1']) {
      const answer = await call('post', '/password', {
        body: { token, password: weak },
      });
      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toMatch(/too easy to guess\. \S+/);
    }
    const rated = await call('post', '/password/strength', {
      body: { password: 'roadrunner2024', context: ['Acme Roadrunner'] },
    });
    expect(rated.body.acceptable).toBe(false);
    expect(rated.body.feedback.length).toBeGreaterThan(0);
    const inspected = await call('post', '/password-links/inspect', {
      body: { token },
    });
    expect(inspected.status).toBe(200);
  });

  it('are issued to the tenancy backend only', async () => {
    const { body } = await signIn(ADA);
    const asMember = await raw()
      .post('/api/auth/local/password-links')
      .set('Authorization', `Bearer ${body.backstageIdentity.token}`)
      .send({ tenant: 'globex', member: 'hank' });
    expect(asMember.status).toBe(403);
    const asNobody = await raw()
      .post('/api/auth/local/password-links')
      .send({ tenant: 'globex', member: 'hank' });
    expect(asNobody.status).toBe(401);
    const asOther = await raw().post('/api/probe/links/acme/ada');
    expect(asOther.status).toBe(403);
    const unknown = await raw().post('/api/tenancy/links/acme/zoe');
    expect(unknown.status).toBe(404);
  });
});
