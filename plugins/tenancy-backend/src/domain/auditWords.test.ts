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

/** Weeks are counted from the beginning of 1970. */
function inWeek(at: string, words: string[]): string[] {
  const week = Math.floor(Date.parse(at) / 1_000 / 3_600 / 24 / 7);
  return words.map(word => `${week}/${word}`);
}

function termsIn(week: string, ...search: Parameters<typeof toTerms>) {
  return toTerms(...search).map(term => term(week));
}

describe('wordsOf', () => {
  it('finds an event by whole ids and addresses, and by their parts', () => {
    expect(wordsOf(event)).toEqual(
      expect.arrayContaining(
        inWeek(event.occurredAt, [
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
      ),
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
    expect(wordsOf(own)).toEqual(
      expect.arrayContaining(inWeek(own.occurredAt, ['olga'])),
    );
  });
});

describe('toTerms', () => {
  it('asks for all words, long ones by their beginnings', () => {
    expect(termsIn('7', ' "Anna" a-b  shop ', 'acme')).toEqual([
      "'7/tenant=acme'",
      "'7/anna':*",
      "'7/a-b':*",
      "'7/shop':*",
    ]);
    expect(termsIn('7', 'ab')).toEqual(["'7/ab'"]);
  });

  it('takes what means something to the database literally', () => {
    expect(termsIn('7', "o'neill | !x:* & \\y")).toEqual([
      "'7/o''neill':*",
      "'7/x'",
      "'7/y'",
    ]);
  });

  it('knows when there is nothing to search for', () => {
    expect(termsIn('7', ' -- & ', 'acme')).toEqual([]);
  });
});
