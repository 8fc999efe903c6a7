import { CHARGE_COLUMNS } from '@freehold/plugin-costs-node';

/** What stands before the columns of FOCUS: where a charge is from. */
const ORIGIN_COLUMNS = [
  'tenant_id',
  'billing_period',
  'source_id',
  'row_number',
  'part',
  'import_id',
] as const;

/** What stands after them: what the file said beside, and whose it is. */
const ALLOCATION_COLUMNS = [
  'extension',
  'site',
  'team',
  'cost_centre',
  'project',
  'allocation_method',
  'allocation_rule',
  'allocation_reason',
  'allocation_detail',
  'allocation_ratio',
  'effective_tags',
] as const;

/** The columns of `charges`, in the order in which they are copied. */
export const CHARGE_TABLE_COLUMNS: readonly string[] = [
  ...ORIGIN_COLUMNS,
  ...CHARGE_COLUMNS.map(({ name }) => name),
  ...ALLOCATION_COLUMNS,
];
