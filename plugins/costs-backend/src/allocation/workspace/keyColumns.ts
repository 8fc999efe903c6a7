import type { ChargeColumnName } from '@freehold/plugin-costs-node';
import type { AllocationKey, AllocationKeyField } from '../AllocationKey';
import type { RuleSet } from '../RuleSet';

/** Where the parts of a key are in a charge. */
export const KEY_COLUMNS = {
  serviceProviderName: 'service_provider_name',
  billingAccountId: 'billing_account_id',
  subAccountId: 'sub_account_id',
  subAccountName: 'sub_account_name',
  resourceId: 'resource_id',
  resourceName: 'resource_name',
  resourceType: 'resource_type',
  serviceName: 'service_name',
  serviceCategory: 'service_category',
  regionId: 'region_id',
  chargeCategory: 'charge_category',
} as const satisfies Record<AllocationKeyField, ChargeColumnName>;

/**
 * The fields that this rule set looks at. Charges that differ in others only
 * are one key, which makes keys few: where no rule asks for a resource, the
 * tags decide and not each resource.
 */
export function fieldsInUse({
  rules,
  tagSchema,
}: RuleSet): AllocationKeyField[] {
  const conditions = [
    ...rules.filter(({ enabled }) => enabled),
    ...tagSchema.virtual,
  ].flatMap(rule => rule.conditions);
  const used = new Set<string>(conditions.map(({ on }) => on));
  if (tagSchema.accounts.length > 0) {
    used.add('subAccountId').add('billingAccountId');
  }
  return (Object.keys(KEY_COLUMNS) as AllocationKeyField[]).filter(field =>
    used.has(field),
  );
}

const noFields: Omit<AllocationKey, 'tags'> = {
  serviceProviderName: null,
  billingAccountId: null,
  subAccountId: null,
  subAccountName: null,
  resourceId: null,
  resourceName: null,
  resourceType: null,
  serviceName: null,
  serviceCategory: null,
  regionId: null,
  chargeCategory: null,
};

/** A key with what it is decided by, and nothing in its other fields. */
export function toKey(
  fields: readonly AllocationKeyField[],
  values: readonly (string | null)[],
  tags: string | null,
): AllocationKey {
  const key: AllocationKey = { ...noFields, tags: parseTags(tags) };
  fields.forEach((field, index) => {
    key[field] = values[index];
  });
  return key;
}

/** The tags of a charge. What is no text is written as JSON writes it. */
export function parseTags(json: string | null): Record<string, string> {
  const value: unknown = json === null ? {} : JSON.parse(json);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return {};
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, tag]) => [key, toText(tag)]),
  );
}

function toText(tag: unknown): string {
  if (tag === null) {
    return '';
  }
  return typeof tag === 'string' ? tag : JSON.stringify(tag);
}
