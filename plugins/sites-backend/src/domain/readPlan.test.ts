import { isPartOf, readPlan } from './readPlan';

const resource = (change: object, address = 'aws_db_instance.main') => ({
  address,
  type: address.split('.')[0],
  name: address.split('.')[1],
  change: {
    before: null,
    after: null,
    after_unknown: {},
    before_sensitive: false,
    after_sensitive: {},
    ...change,
  },
});

describe('readPlan', () => {
  it('counts what is created, updated, replaced and destroyed, and nothing else', () => {
    const plan = readPlan({
      resource_changes: [
        resource({ actions: ['create'] }),
        resource({ actions: ['update'] }),
        resource({ actions: ['delete', 'create'] }),
        resource({ actions: ['create', 'delete'] }),
        resource({ actions: ['delete'] }),
        resource({ actions: ['no-op'] }),
        resource({ actions: ['read'] }),
      ],
    });
    expect(plan.summary).toEqual({
      create: 1,
      update: 1,
      replace: 2,
      destroy: 1,
    });
  });

  it('shows what is forgotten, with what was known of it', () => {
    const before = { name: 'shop' };
    const plan = readPlan({
      resource_changes: [resource({ actions: ['forget'], before })],
    });
    expect(plan.summary).toMatchObject({ destroy: 0, forget: 1 });
    expect(plan.changes).toMatchObject([
      { action: 'forget', attributes: [{ path: 'name', before: 'shop' }] },
    ]);
    expect(plan.resources).toMatchObject([
      { kind: 'database', action: 'forget', before: { holdsData: true } },
    ]);
  });

  it('shows the leaves that differ, with what is known', () => {
    const [change] = readPlan({
      resource_changes: [
        resource({
          actions: ['update'],
          before: {
            size: 'small',
            tags: { 'a.b': 'x', kept: 'y' },
            ports: [1],
          },
          after: {
            size: 'large',
            tags: { 'a.b': 'z', kept: 'y' },
            ports: [1, 2],
          },
          after_unknown: { arn: true, tags: {} },
        }),
      ],
    }).changes;
    expect(change.attributes).toEqual([
      { path: 'arn', sensitive: false, afterUnknown: true },
      { path: 'ports[1]', sensitive: false, after: '2' },
      { path: 'size', sensitive: false, before: 'small', after: 'large' },
      { path: 'tags["a.b"]', sensitive: false, before: 'x', after: 'z' },
    ]);
  });

  it('lets no sensitive value through, whether a leaf, a branch or all is marked', () => {
    const plan = readPlan({
      variables: { password: { value: 'canary' } },
      planned_values: { outputs: { password: { value: 'canary' } } },
      prior_state: { values: { password: 'canary' } },
      output_changes: { password: { after: 'canary' } },
      resource_changes: [
        resource({
          actions: ['update'],
          before: { password: 'canary1', user: 'admin' },
          after: { password: 'canary2', user: 'root' },
          before_sensitive: { password: true },
          after_sensitive: { password: true },
        }),
        resource({
          actions: ['update'],
          before: { password: 'canary3' },
          after: { password: 'canary4' },
          before_sensitive: { password: true },
        }),
        resource({
          actions: ['create'],
          after: { master: { users: ['canary5'] }, masters: 'shown' },
          after_sensitive: { master: true },
        }),
        resource({
          actions: ['create'],
          after: { anything: 'canary6' },
          after_sensitive: true,
        }),
      ],
    });
    expect(JSON.stringify(plan)).not.toContain('canary');
    expect(plan.changes[0].attributes).toEqual([
      { path: 'password', sensitive: true },
      { path: 'user', sensitive: false, before: 'admin', after: 'root' },
    ]);
    expect(plan.changes[2].attributes).toEqual([
      { path: 'master.users[0]', sensitive: true },
      { path: 'masters', sensitive: false, after: 'shown' },
    ]);
  });

  it('cuts values that nobody would read', () => {
    const plan = readPlan({
      resource_changes: [
        resource({ actions: ['create'], after: { text: 'x'.repeat(5_000) } }),
      ],
    });
    expect(plan.changes[0].attributes[0].after).toMatch(
      /^x{2000}… \(5000 characters\)$/,
    );
  });
});

describe('isPartOf', () => {
  const change = (address: string, after: string) =>
    resource({ actions: ['create'], after: { size: after } }, address);
  const planOf = (...changes: object[]) =>
    readPlan({ resource_changes: changes });
  const approved = planOf(change('a.one', 's'), change('a.two', 's'));

  it('covers what is left of an approved plan', () => {
    expect(isPartOf(planOf(change('a.two', 's')), approved)).toBe(true);
    expect(isPartOf(planOf(), approved)).toBe(true);
  });

  it('covers nothing that was not seen like that', () => {
    expect(isPartOf(planOf(change('a.three', 's')), approved)).toBe(false);
    expect(isPartOf(planOf(change('a.two', 'l')), approved)).toBe(false);
    expect(
      isPartOf(
        planOf(resource({ actions: ['delete', 'create'] }, 'a.two')),
        approved,
      ),
    ).toBe(false);
  });
});
