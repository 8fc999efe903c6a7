import { mockCredentials } from '@backstage/backend-test-utils';
import { ReportService } from './ReportService';

const RANGE = {
  from: '2026-09-01',
  to: '2026-10-01',
  filters: new Map([['site' as const, ['site_1', '']]]),
  metric: 'billed' as const,
};

const serviceWith = (charges: number) =>
  ReportService.create({
    costs: {
      sum: async () => ({ items: [{ currency: 'EUR', amount: '1', charges }] }),
    },
    comparisons: {},
    door: {
      read: async (_: object, work: (trx: object, tenant: string) => unknown) =>
        work({}, 'acme'),
    },
    names: {
      of: async (dimension: string) => (value?: string) =>
        value ? `${dimension} ${value}` : 'none',
    },
  } as any);

const describeOf = (charges: number) =>
  serviceWith(charges).describeCharges(
    { all: false, tenant: 'acme' },
    RANGE,
    mockCredentials.user(),
  );

describe('charges on paper', () => {
  it('say in words whose they are and which', async () => {
    expect(await describeOf(10_000)).toMatchObject({
      whose: 'customer acme',
      filters: ['Site: site site_1 or none'],
      sums: [{ currency: 'EUR', amount: '1' }],
    });
  });

  it('are refused where there are more than anybody reads, with the way out', async () => {
    await expect(describeOf(10_001)).rejects.toThrow(
      'These are 10001 charges, and a PDF holds 10000. Choose fewer days',
    );
  });
});
