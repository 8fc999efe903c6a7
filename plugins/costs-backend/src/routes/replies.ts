import type { CostsComponents } from '@freehold/plugin-costs-common';
import { CHARGE_COLUMNS } from '@freehold/plugin-costs-node';
import type { ConformanceReport } from '../conformance';
import type { ChargeRow } from '../database/ChargesStore';
import type { CostSum } from '../database/CostsStore';
import type { Import, Restatement, SourcePeriod } from '../domain/Import';
import type { Markup } from '../domain/Markup';
import type { Reconciliation } from '../domain/Reconciliation';
import type { SavedView } from '../domain/SavedView';
import type { Source } from '../domain/Source';
import type { FoundCharge } from '../services/CostsService';
import { toCount } from '../domain/toCount';

type Schemas = CostsComponents['schemas'];

export function toMarkupReply(markup: Markup): Schemas['Markup'] {
  return { ...markup, setAt: markup.setAt.toISOString() };
}

export function toSumReply(
  sum: CostSum,
): Schemas['CostsReply']['items'][number] {
  const { isRest, unknown, ...shown } = sum;
  return {
    ...shown,
    ...(isRest && { isRest }),
    ...(unknown > 0 && { unknown }),
  };
}

/** @param person - who asks */
export function toViewReply(
  { owner, ...shown }: SavedView,
  person: string,
  defaultView?: string,
): Schemas['SavedView'] {
  return {
    ...shown,
    owner,
    isOwn: owner === person,
    isDefault: shown.viewId === defaultView,
  };
}

export function toChargeReply(row: ChargeRow): Schemas['Charge'] {
  return {
    customer: row.tenant_id!,
    period: row.billing_period!,
    source: row.source_id!,
    row: toCount(row.row_number),
    part: toCount(row.part),
    chargePeriodStart: row.charge_period_start!,
    chargePeriodEnd: row.charge_period_end!,
    chargeCategory: row.charge_category!,
    currency: row.billing_currency!,
    billedCost: row.billed_cost!,
    ...present({
      chargeDescription: row.charge_description,
      serviceProviderName: row.service_provider_name,
      serviceName: row.service_name,
      subAccountId: row.sub_account_id,
      regionId: row.region_id,
      resourceId: row.resource_id,
      resourceName: row.resource_name,
      site: row.site,
      allocationMethod: row.allocation_method,
      effectiveCost: row.effective_cost,
      listCost: row.list_cost,
      contractedCost: row.contracted_cost,
    }),
  };
}

export function toChargeDetailReply({
  charge,
  from,
}: FoundCharge): Schemas['ChargeDetail'] {
  return {
    customer: charge.tenant_id!,
    source: charge.source_id!,
    row: toCount(charge.row_number),
    part: toCount(charge.part),
    ...(from && {
      sourceName: from.sourceName,
      import: from.importId,
      fileName: from.fileName,
      fileRow: from.fileRow,
    }),
    columns: Object.fromEntries(
      CHARGE_COLUMNS.flatMap(({ focusName, name }) => {
        const value = charge[name];
        return value === null ? [] : [[focusName, value]];
      }),
    ),
    ...(charge.extension && { extension: JSON.parse(charge.extension) }),
    allocation: {
      method: charge.allocation_method!,
      ...present({
        rule: charge.allocation_rule,
        reason: charge.allocation_reason,
        ratio: charge.allocation_ratio,
        site: charge.site,
        team: charge.team,
        costCentre: charge.cost_centre,
        project: charge.project,
      }),
    },
  };
}

export function toSourceReply({
  lastImport,
  ...source
}: Source & { lastImport?: Import }): Schemas['Source'] {
  return {
    sourceId: source.sourceId,
    name: source.name,
    defaults: source.defaults,
    createdAt: source.createdAt.toISOString(),
    ...(lastImport && { lastImport: toImportReply(lastImport) }),
  };
}

export function toImportReply(found: Import): Schemas['Import'] {
  const {
    createdAt,
    finishedAt,
    sha256: _,
    sourceId,
    startedAt,
    ...shown
  } = found;
  return {
    ...shown,
    source: sourceId,
    createdAt: createdAt.toISOString(),
    ...(startedAt && { startedAt: startedAt.toISOString() }),
    ...(finishedAt && { finishedAt: finishedAt.toISOString() }),
  };
}

export function toRestatementReply({
  billingPeriod,
  ...restatement
}: Restatement): Schemas['Restatement'] {
  return { period: billingPeriod, ...restatement };
}

export function toConformanceReply(
  report: ConformanceReport,
): Schemas['Conformance'] {
  const { checkedRules, findings, model, notChecked, rows, version } = report;
  return {
    version,
    model,
    rows,
    checked: checkedRules.length,
    notChecked: notChecked.map(({ note, reason, ruleId, text }) => ({
      ruleId,
      text,
      why: note ?? reason,
    })),
    findings: findings.map(found => ({
      ruleId: found.ruleId,
      keyword: found.keyword,
      severity: found.severity,
      column: found.column,
      text: found.text,
      failingRows: found.failingRows,
      ...(found.example && { example: found.example }),
    })),
  };
}

export function toReconciliationReply({
  billingPeriod,
  enteredAt,
  sourceId,
  ...shown
}: Reconciliation): Schemas['Reconciliation'] {
  return {
    ...shown,
    source: sourceId,
    period: billingPeriod,
    ...(enteredAt && { enteredAt: enteredAt.toISOString() }),
  };
}

export function toPeriodReply(period: SourcePeriod): Schemas['SourcePeriod'] {
  return {
    source: period.sourceId,
    sourceName: period.sourceName,
    period: period.billingPeriod,
    rows: period.rowCount,
    sums: period.sums,
    importId: period.importId,
    ruleSetVersion: period.ruleSetVersion,
    replacedAt: period.replacedAt.toISOString(),
  };
}

type Present<T> = { [Key in keyof T]?: NonNullable<T[Key]> };

/** What is not null. */
function present<T extends Record<string, string | null | undefined>>(
  values: T,
): Present<T> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null),
  ) as Present<T>;
}
