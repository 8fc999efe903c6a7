import { CHARGE_COLUMNS, column, firstOf } from '@freehold/plugin-costs-node';
import type {
  ChargeFormat,
  Expression,
  FocusColumnName,
} from '@freehold/plugin-costs-node';

const SPECIFICATION = 'https://focus.finops.org/focus-specification/';

/**
 * FOCUS 1.0 to 1.4 name a column alike wherever they have it. Two columns went:
 * ProviderName, "Deprecated 1.3. Replaced by ServiceProviderName", and
 * PublisherName, which the migration guide gives no one successor; both are
 * kept in the extension. HostProviderName stays null before 1.3: whether the
 * seller was also the host is not in the file.
 */
const COLUMNS = {
  ...(Object.fromEntries(
    CHARGE_COLUMNS.map(({ focusName }) => [focusName, column(focusName)]),
  ) as Record<FocusColumnName, Expression>),
  ServiceProviderName: firstOf(
    column('ServiceProviderName'),
    column('ProviderName'),
  ),
} satisfies Record<FocusColumnName, Expression>;

function focus(
  version: NonNullable<ChargeFormat['focusVersion']>,
  addedColumns?: string[],
): ChargeFormat {
  return {
    id: `focus-${version.replace('.', '-')}`,
    title: `FOCUS ${version}`,
    focusVersion: version,
    source: `${SPECIFICATION} (v${version}, Cost and Usage)`,
    expects: [['BilledCost'], ['ChargeCategory']],
    expectsOneOf: addedColumns,
    columns: COLUMNS,
    // The examples of the specification itself write 4/1/25.
    monthFirstDates: true,
  };
}

/**
 * The versions, newest first, told by the columns that each one added:
 * https://github.com/FinOps-Open-Cost-and-Usage-Spec/FOCUS_Spec/blob/main/CHANGELOG.md
 */
export const FOCUS_FORMATS: readonly ChargeFormat[] = [
  focus('1.4', ['CommitmentProgramEligibilityDetails', 'InvoiceDetailId']),
  focus('1.3', [
    'AllocatedMethodDetails',
    'AllocatedMethodId',
    'AllocatedResourceId',
    'AllocatedResourceName',
    'AllocatedTags',
    'ContractApplied',
    'HostProviderName',
    'ServiceProviderName',
  ]),
  focus('1.2', [
    'BillingAccountType',
    'InvoiceId',
    'PricingCurrency',
    'PricingCurrencyContractedUnitPrice',
    'PricingCurrencyEffectiveCost',
    'PricingCurrencyListUnitPrice',
    'SubAccountType',
  ]),
  focus('1.1', [
    'CapacityReservationId',
    'CapacityReservationStatus',
    'CommitmentDiscountQuantity',
    'CommitmentDiscountUnit',
    'ServiceSubcategory',
    'SkuMeter',
    'SkuPriceDetails',
  ]),
  focus('1.0'),
];
