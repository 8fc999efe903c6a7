import { TestDatabases } from '@backstage/backend-test-utils';
import { auditMessage } from './__testUtils__/auditMessages';
import { seedTenancy } from './__testUtils__/seedTenancy';
import {
  startTenancyBackend,
  type TenancyBackend,
} from './__testUtils__/startTenancyBackend';
import type { AuditEvent } from './domain/auditViews';

jest.setTimeout(120_000);

const at = (minute: number) =>
  new Date(Date.UTC(2026, 10, 21, 6, minute)).toISOString();

const EVENTS = [
  auditMessage({ action: 'orderSite', occurredAt: at(1) }),
  auditMessage({
    occurredAt: at(2),
    actor: { ref: 'user:default/olga' },
    action: 'suspendSite',
    reason: 'asked for by user:default/olga',
    after: { suspendedBy: 'user:default/olga', reason: 'unpaid' },
    request: { id: 'request-of-staff', address: '10.9.9.9' },
  }),
  auditMessage({
    occurredAt: at(3),
    actor: { ref: 'user:birch/dev' },
    action: 'deleteSite',
    object: { kind: 'site', id: 'site_2' },
    outcome: 'refused',
    reason: 'Your role does not include it',
    request: { id: 'request-of-dev', address: '10.0.0.7' },
  }),
  auditMessage({
    occurredAt: at(4),
    actor: { ref: 'plugin:sites' },
    action: 'finishDeployment',
    object: { kind: 'deployment', id: 'dep_1', name: 'bakery' },
    before: { state: 'applying' },
    after: { state: 'succeeded', url: '=cmd()' },
  }),
  auditMessage({
    tenant: 'cedar',
    occurredAt: at(5),
    actor: { ref: 'user:cedar/cat' },
    object: { kind: 'site', id: 'site_9', name: 'canary-cinema' },
  }),
];

describe('audit events', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let portal: TenancyBackend;

  beforeAll(async () => {
    portal = await startTenancyBackend(await databases.init('POSTGRES_18'));
    await seedTenancy(portal.database);
    const reply = await portal
      .asService()
      .post('/api/tenancy/outbox')
      .send({ messages: EVENTS });
    if (reply.body.receipts.length !== EVENTS.length) {
      throw new Error('Not all messages were taken');
    }
  });

  const list = async (who: string, query = '') => {
    const reply = await portal
      .as(who)
      .get(`/api/tenancy/audit-events?${query}`);
    expect([query, reply.status]).toEqual([query, 200]);
    return reply.body as { items: AuditEvent[]; next?: string };
  };
  const actions = async (who: string, query?: string) =>
    (await list(who, query)).items.map(({ action }) => action);

  it('are listed for staff across customers, newest first', async () => {
    const { items, next } = await list('default/olga');
    expect(items.map(({ tenant, action }) => `${tenant} ${action}`)).toEqual([
      'cedar updateSite',
      'birch finishDeployment',
      'birch deleteSite',
      'birch suspendSite',
      'birch orderSite',
    ]);
    expect(next).toBeUndefined();
    expect(items[3]).toMatchObject({
      actor: { kind: 'staff', ref: 'user:default/olga' },
      reason: 'asked for by user:default/olga',
      request: { id: 'request-of-staff', address: '10.9.9.9' },
    });
  });

  it('are listed for members of their own customer only', async () => {
    const { items } = await list('birch/bea');
    expect(items).toHaveLength(4);
    expect(JSON.stringify(items)).not.toMatch(/cedar|canary/);
    const reply = await portal
      .as('birch/bea')
      .get('/api/tenancy/audit-events?customer=cedar');
    expect(reply.status).toBe(404);
    expect(reply.body.error.message).toBe("There is no customer 'cedar'");
  });

  it('tell customers that staff acted, and neither who nor from where', async () => {
    const [finished, refused, suspended] = (await list('birch/bea')).items;
    expect(suspended).toMatchObject({
      actor: { kind: 'staff' },
      reason: 'asked for by staff',
      after: { suspendedBy: 'staff', reason: 'unpaid' },
      request: { id: 'request-of-staff' },
    });
    expect(finished.actor).toEqual({ kind: 'portal' });
    expect(refused.request?.address).toBe('10.0.0.7');
    const { text } = await portal
      .as('birch/bea')
      .get('/api/tenancy/audit-events/export?format=jsonl');
    expect(text).not.toMatch(/olga|10\.9/);
  });

  it.each([
    ['actor=user:birch/dev', ['deleteSite']],
    ['actor=staff', ['suspendSite']],
    ['action=orderSite', ['orderSite']],
    ['object=site:site_2', ['deleteSite']],
    ['object=deployment', ['finishDeployment']],
    ['outcome=refused', ['deleteSite']],
    [`from=${at(3)}`, ['finishDeployment', 'deleteSite']],
    [`to=${at(2)}`, ['orderSite']],
    ['search=BAKERY', ['finishDeployment', 'suspendSite', 'orderSite']],
    ['search=bake', ['finishDeployment', 'suspendSite', 'orderSite']],
    ['search=bakery+unpaid', ['suspendSite']],
    ['search=request-of-dev', ['deleteSite']],
    ['search=deployment', ['finishDeployment']],
    ['search=bakery&outcome=refused', []],
    ['search=!', []],
  ])('are narrowed by %s', async (query, expected) => {
    expect(await actions('birch/bea', query)).toEqual(expected);
    expect(await actions('default/olga', `${query}&customer=birch`)).toEqual(
      expected,
    );
  });

  it.each(['actor=user:default/olga', 'search=olga', 'search=10.9.9.9'])(
    'let no customer find out by %s who of the staff acted',
    async query => {
      expect(await actions('birch/bea', query)).toEqual([]);
      expect(await actions('birch/bea', `${query}x`)).toEqual([]);
    },
  );

  it('find nothing of another customer by words', async () => {
    expect(await actions('birch/bea', 'search=canary')).toEqual([]);
    expect(await actions('default/olga', 'search=canary')).toEqual([
      'updateSite',
    ]);
  });

  it.each(['default/olga', 'birch/bea'])(
    'come in pages, each once (%s)',
    async who => {
      for (const search of ['', '&search=birch+site']) {
        const all = await list(who, search);
        const seen: AuditEvent[] = [];
        let next: string | undefined = '';
        while (next !== undefined) {
          const page = await list(
            who,
            `limit=2${search}${next && `&cursor=${next}`}`,
          );
          seen.push(...page.items);
          next = page.next;
        }
        expect(seen).toEqual(all.items);
      }
    },
  );

  it('are shown one by one, a foreign one like one that is not there', async () => {
    const path = (tenant: string, { id }: { id: string }) =>
      `/api/tenancy/customers/${tenant}/audit-events/${id}`;
    const own = await portal.as('birch/bea').get(path('birch', EVENTS[0]));
    expect(own.body).toMatchObject({ id: EVENTS[0].id, sequence: 1 });
    const unknown = { id: '00000000-0000-4000-8000-000000000000' };
    for (const [tenant, event] of [
      ['birch', EVENTS[4]],
      ['birch', unknown],
      ['cedar', EVENTS[4]],
      ['nobody', unknown],
    ] as const) {
      const reply = await portal.as('birch/bea').get(path(tenant, event));
      expect(reply.status).toBe(404);
    }
  });

  it.each([
    'limit=0',
    'outcome=maybe',
    'from=yesterday',
    'cursor=nonsense',
    'cursor=WyJ4Il0',
    'search=%00',
    'nonsense=1',
    'customer=',
  ])('refuse %s', async query => {
    const reply = await portal
      .as('default/olga')
      .get(`/api/tenancy/audit-events?${query}`);
    expect([query, reply.status]).toEqual([query, 400]);
  });

  it('are exported as lines of JSON', async () => {
    const reply = await portal
      .as('birch/bea')
      .get('/api/tenancy/audit-events/export?format=jsonl&outcome=succeeded');
    expect(reply.headers['content-disposition']).toBe(
      'attachment; filename="audit.jsonl"',
    );
    const lines = reply.text.trim().split('\n');
    const { items } = await list('birch/bea', 'outcome=succeeded');
    expect(lines.map(line => JSON.parse(line))).toEqual(items);
  });

  it('are exported as CSV, with formulas defused', async () => {
    const reply = await portal
      .as('default/olga')
      .get('/api/tenancy/audit-events/export?format=csv&customer=birch');
    expect(reply.headers['content-type']).toContain('text/csv');
    const lines = reply.text.trim().split('\r\n');
    expect(lines).toHaveLength(5);
    expect(lines[0]).toMatch(/^time,customer,actor,/);
    expect(lines[1]).toContain('birch,plugin:sites');
    expect(reply.text).not.toMatch(/,"?=cmd/);
  });

  it('refuse to export of another customer', async () => {
    const reply = await portal
      .as('birch/bea')
      .get('/api/tenancy/audit-events/export?format=csv&customer=cedar');
    expect(reply.status).toBe(404);
  });

  describe('under very many newer ones', () => {
    beforeAll(async () => {
      await portal.database.acrossTenants('test', trx =>
        trx.raw(
          `insert into audit_events (tenant_id, sequence, digest, hash, id,
             kind, occurred_at, recorded_at, actor, action, object_kind,
             object_id, outcome, words)
           select 'birch', n, '', '', gen_random_uuid(), 'change', ?, ?,
             'user:birch/bea', 'finishDeployment', 'site', 'site_3', 'succeeded',
             ${datedWords('?::timestamptz', 'finishdeployment')}
             from generate_series(1001, 7000) n`,
          [at(10), at(10), at(10)],
        ),
      );
    });

    it.each([
      ['a rare word', 'search=dep_1', ['finishDeployment']],
      ['rare words', 'search=dep_1+bakery', ['finishDeployment']],
      [
        'a rare and a frequent word',
        'search=dep_1+finishdeployment',
        ['finishDeployment'],
      ],
      ['words that are never together', 'search=finishdeployment+unpaid', []],
      ['staff', 'actor=staff', ['suspendSite']],
      ['staff and a word', 'actor=staff&search=unpaid', ['suspendSite']],
    ])('are found by %s', async (_, query, found) => {
      expect(await actions('birch/bea', query)).toEqual(found);
      expect(await actions('default/olga', query)).toEqual(found);
      expect(await actions('default/olga', `${query}&customer=birch`)).toEqual(
        found,
      );
      expect(await actions('default/olga', `${query}&customer=cedar`)).toEqual(
        [],
      );
    });

    it('are found newest first, whether weeks are full of them or empty', async () => {
      const day = "?::timestamptz - days * interval '1 day'";
      await portal.database.acrossTenants('test', trx =>
        trx.raw(
          `insert into audit_events (tenant_id, sequence, digest, hash, id,
             kind, occurred_at, recorded_at, actor, action, object_kind,
             object_id, object_name, outcome, words)
           select 'birch', 100000 - n, '', '', gen_random_uuid(), 'change',
             ${day}, ?, 'user:birch/bea',
             'orderSite', 'site', 'site_4', n::text, 'succeeded',
             ${datedWords(day, 'lantern')}
             from (select n, case when n <= 3 then n * 100
                                  when n <= 2500 then 900 + n / 100000.0
                                  else 900 + n end as days
                     from generate_series(1, 2510) n) placed`,
          [at(10), at(10), at(10)],
        ),
      );
      const ordered: string[] = [];
      let cursor = '';
      do {
        const { items, next } = await list(
          'birch/bea',
          `search=lantern&limit=100${cursor}`,
        );
        ordered.push(...items.map(({ object }) => object.name ?? ''));
        cursor = next ? `&cursor=${next}` : '';
      } while (cursor);
      expect(ordered).toEqual(
        Array.from({ length: 2510 }, (_, index) => `${index + 1}`),
      );
    });

    it('are found by a frequent word, page by page', async () => {
      const query = 'search=finishdeployment&limit=100';
      const first = await list('birch/bea', query);
      const second = await list('birch/bea', `${query}&cursor=${first.next}`);
      const ids = [...first.items, ...second.items].map(({ id }) => id);
      expect(new Set(ids).size).toBe(200);
    });
  });
});

/** SQL of the words of an event of Birch's. */
function datedWords(moment: string, word: string): string {
  return `(select array_to_tsvector(array[week || '/tenant=birch', week || '/${word}'])
             from (select floor(extract(epoch from ${moment}) / 604800) as week) dated)`;
}
