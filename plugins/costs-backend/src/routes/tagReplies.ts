import type { CostsComponents } from '@freehold/plugin-costs-common';
import { shareOf } from '../allocation/shareOf';
import type {
  FoundTagPolicy,
  TagPolicyPreview,
} from '../services/TagPolicyService';
import {
  complianceOf,
  type ComplianceFigures,
  type KeyCompliance,
} from '../tags/TagCompliance';
import type { PreviewedKey } from '../tags/previewCompliance';

type Schemas = CostsComponents['schemas'];

export function toFiguresReply(
  figures: ComplianceFigures & { currency: string },
): Schemas['TagComplianceFigures'] {
  const { cost, missingCost, missingResources, resources } = figures;
  return {
    currency: figures.currency,
    cost,
    missingCost,
    wrongCost: figures.wrongCost,
    resources,
    missingResources,
    wrongResources: figures.wrongResources,
    ...complianceOf(figures),
  };
}

export function toKeyComplianceReply(
  item: KeyCompliance,
): Schemas['TagCompliance'] {
  return {
    period: item.billingPeriod,
    key: item.key,
    ...toFiguresReply(item),
  };
}

export function toTagPolicyReply({
  olderPeriods,
  policy,
}: FoundTagPolicy): Schemas['TagPolicy'] {
  const { createdAt, createdBy, schema, version } = policy;
  return {
    version,
    ...(createdBy && { changedBy: createdBy }),
    ...(createdAt && { changedAt: createdAt.toISOString() }),
    ...schema,
    olderPeriods: olderPeriods.map(older => ({
      source: older.sourceId,
      sourceName: older.sourceName,
      period: older.billingPeriod,
      version: older.version,
    })),
  };
}

export function toTagPreviewReply(
  preview: TagPolicyPreview,
): Schemas['TagPolicyPreview'] {
  const wholeOf = new Map(
    preview.costs.map(({ cost, currency }) => [currency, cost]),
  );
  return {
    period: preview.billingPeriod,
    items: preview.keys.map(previewed => ({
      key: previewed.key,
      currency: previewed.currency,
      cost: previewed.cost,
      lookedAt: shareOf(
        previewed.cost,
        wholeOf.get(previewed.currency) ?? previewed.cost,
      ),
      ...sharesOf(previewed),
    })),
  };
}

function sharesOf({ compliesNow, compliesThen, cost }: PreviewedKey) {
  return {
    ...(compliesNow !== undefined && { now: shareOf(compliesNow, cost) }),
    ...(compliesThen !== undefined && { then: shareOf(compliesThen, cost) }),
  };
}
