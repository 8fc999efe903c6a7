import type { AuditContent } from './auditEvents';
import { toTerms, wordsOf } from './auditWords';

const event: AuditContent = {
  tenant: 'acme',
  id: '6f4d1a3e-0000-4000-8000-000000000001',
  kind: 'change',
  occurredAt: '2026-11-21T06:00:00.000Z',
  recordedAt: '2026-11-21T06:00:01.000Z',
  actor: 'user:acme/anna-archer',
  action: 'orderSite',
  object: { kind: 'site', id: 'site_4711', name: 'Anna’s Shop' },
  outcome: 'succeeded',
  after: { size: 'small', owner: { email: 'Anna@Acme.example' }, amount: 9.5 },
  request: { id: '0f8fad5b-d9cb-469f-a165-70867728950e', address: '10.0.0.7' },
};

describe('wordsOf', () => {
  it('finds an event by whole ids and addresses, and by their parts', () => {
    expect(wordsOf(event)).toEqual(
      expect.arrayContaining([
        'tenant=acme',
        'user:acme/anna-archer',
        'archer',
        'ordersite',
        'site',
        'site_4711',
        '4711',
        'anna’s',
        'shop',
        'size',
        'small',
        'anna@acme.example',
        '9.5',
        '0f8fad5b-d9cb-469f-a165-70867728950e',
        '10.0.0.7',
      ]),
    );
  });

  it('says nothing of the staff who acted in a customer’s trail', () => {
    const words = wordsOf({
      ...event,
      actor: 'user:default/olga',
      after: { by: 'user:default/olga' },
    }).join(' ');
    expect(words).not.toMatch(/olga|10\.0/);
  });

  it('names staff in the trail of the business itself', () => {
    const own = { ...event, tenant: 'default', actor: 'user:default/olga' };
    expect(wordsOf(own)).toContain('olga');
  });
});

describe('toTerms', () => {
  it('asks for all words, long ones by their beginnings', () => {
    expect(toTerms(' "Anna" a-b  shop ', 'acme')).toEqual([
      "'tenant=acme'",
      "'anna':*",
      "'a-b':*",
      "'shop':*",
    ]);
    expect(toTerms('ab')).toEqual(["'ab'"]);
  });

  it('takes what means something to the database literally', () => {
    expect(toTerms("o'neill | !x:* & \\y")).toEqual([
      "'o''neill':*",
      "'x'",
      "'y'",
    ]);
  });

  it('knows when there is nothing to search for', () => {
    expect(toTerms(' -- & ', 'acme')).toEqual([]);
  });
});
