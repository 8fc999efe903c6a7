import type { Me } from '@freehold/plugin-tenancy-react';
import type {
  Charge,
  Conformance,
  CostsReply,
  CostsSummary,
  CostSum,
  Import,
  ImportDetail,
  Source,
} from '../api';

/** Costs, imports and people as the backends answer them. */
export const owner: Me = {
  kind: 'member',
  tenant: 'acme',
  tenantName: 'Acme Bikes',
  tier: 'standard',
  role: 'owner',
  entityRef: 'user:acme/anna',
  displayName: 'Anna Owner',
  email: 'anna@acme.example',
};

export const finance: Me = {
  kind: 'staff',
  tenant: 'default',
  tenantName: 'Freehold Hosting',
  role: 'finance',
  entityRef: 'user:default/frank',
  displayName: 'Frank Finance',
  email: 'frank@freehold.example',
};

export function summary(
  changes: Partial<CostsSummary['currencies'][number]> = {},
): CostsSummary {
  return {
    metric: 'effective',
    prices: 'purchase',
    month: '2026-11-01',
    today: '2026-11-21',
    newestCharge: '2026-11-20T00:00:00.000Z',
    currencies: [
      {
        currency: 'EUR',
        monthToDate: '1204.2034567',
        atThisPace: '1806.31',
        lastMonth: '1650.00',
        lastMonthToDate: '1115.00',
        effectiveSavingsRate: null,
        commitmentUtilisation: null,
        commitmentCoverage: null,
        ...changes,
      },
    ],
  };
}

export function sum(changes: Partial<CostSum>): CostSum {
  return { amount: '1.00', currency: 'EUR', charges: 1, ...changes };
}

export function reply(...items: CostSum[]): CostsReply {
  return { metric: 'effective', answeredBy: 'daily', items };
}

export function charge(changes: Partial<Charge> = {}): Charge {
  return {
    customer: 'acme',
    period: '2026-11-01',
    source: 'src_1',
    row: 7,
    part: 0,
    chargePeriodStart: '2026-11-03T00:00:00.000Z',
    chargePeriodEnd: '2026-11-04T00:00:00.000Z',
    chargeCategory: 'Usage',
    chargeDescription: 'Small instance, by the hour',
    serviceName: 'Compute',
    serviceProviderName: 'Northern Cloud',
    currency: 'EUR',
    billedCost: '12.00',
    effectiveCost: '11.123456789',
    ...changes,
  };
}

export function source(changes: Partial<Source> = {}): Source {
  return {
    sourceId: 'src_1',
    name: 'Northern Cloud, main account',
    defaults: {},
    createdAt: '2026-11-20T10:00:00.000Z',
    ...changes,
  };
}

export function imported(changes: Partial<Import> = {}): Import {
  return {
    importId: 'imp_1',
    source: 'src_1',
    sourceName: 'Northern Cloud, main account',
    fileName: 'november.csv',
    bytes: 20_480,
    mode: 'replace',
    state: 'succeeded',
    format: 'FOCUS 1.2',
    accepted: 1200,
    rejected: 0,
    mustFindings: 0,
    shouldFindings: 0,
    createdAt: '2026-11-20T10:00:00.000Z',
    createdBy: 'user:default/frank',
    startedAt: '2026-11-20T10:00:00.000Z',
    finishedAt: '2026-11-20T10:00:02.500Z',
    ...changes,
  };
}

export function importDetail(
  changes: Partial<ImportDetail> = {},
): ImportDetail {
  return { ...imported(), periods: [], ...changes };
}

export const conformance: Conformance = {
  version: '1.2',
  model: '1.2',
  rows: 1200,
  checked: 310,
  notChecked: [
    {
      ruleId: 'BillingPeriod-C-009-C',
      text: 'Periods do not overlap.',
      why: 'It names no column.',
    },
  ],
  findings: [
    {
      ruleId: 'ChargeClass-C-003-M',
      keyword: 'MUST',
      severity: 'MUST',
      column: 'ChargeClass',
      text: 'ChargeClass must be null or "Correction".',
      failingRows: 3,
      example: { row: 12, values: { ChargeClass: 'Fix' } },
    },
    {
      ruleId: 'RegionName-C-002-O',
      keyword: 'RECOMMENDED',
      severity: 'SHOULD',
      column: 'RegionName',
      text: 'RegionName should go with RegionId.',
      failingRows: null,
    },
  ],
};
