import { auditFormats } from './auditFormats';
import type { AuditEvent } from './auditViews';

const event: AuditEvent = {
  tenant: 'acme',
  id: '6f4d1a3e-0000-4000-8000-000000000001',
  sequence: 7,
  occurredAt: '2026-11-21T06:00:00.000Z',
  recordedAt: '2026-11-21T06:00:01.000Z',
  actor: { kind: 'person', ref: 'user:acme/anna' },
  action: 'updateMember',
  object: { kind: 'member', id: 'bob', name: '=HYPERLINK("http://x")' },
  outcome: 'succeeded',
  reason: 'one, "two"\nthree',
  after: { role: '+1' },
};

describe('auditFormats', () => {
  it('lets no cell of a CSV file run as a formula', () => {
    const line = auditFormats.csv.line(event);
    expect(line).toContain(`"'=HYPERLINK(""http://x"")"`);
    for (const sign of ['=', '+', '-', '@', '\t', '\r']) {
      const named = { ...event.object, name: `${sign}1` };
      expect(auditFormats.csv.line({ ...event, object: named })).toMatch(
        /,"?'[=+\-@\t\r]1"?,/,
      );
    }
  });

  it('keeps commas, quotes and line breaks inside their cell', () => {
    expect(auditFormats.csv.line(event)).toContain('"one, ""two""\nthree"');
  });

  it('names as many columns as a line has cells', () => {
    const { head, line } = auditFormats.csv;
    const plain = { ...event, reason: undefined, after: undefined };
    const count = (text: string) => text.split(',').length;
    expect(count(head)).toBe(16);
    expect(
      count(line({ ...plain, object: { kind: 'member', id: 'bob' } })),
    ).toBe(16);
  });

  it('writes one JSON document a line', () => {
    expect(JSON.parse(auditFormats.jsonl.line(event))).toEqual(event);
  });
});
