import type { FocusColumnName } from '@freehold/plugin-costs-node';
import { sharedColumns } from './FocusExport';
import type { FocusExport } from './FocusExport';

/** Columns that came with FOCUS 1.3 and 1.4. */
const LATER_COLUMNS: readonly FocusColumnName[] = [
  'AllocatedMethodDetails',
  'AllocatedMethodId',
  'AllocatedResourceId',
  'AllocatedResourceName',
  'AllocatedTags',
  'CommitmentProgramEligibilityDetails',
  'ContractApplied',
  'HostProviderName',
  'InvoiceDetailId',
  'ServiceProviderName',
];

/**
 * FOCUS 1.2, Cost and Usage. ProviderName and PublisherName are what the file
 * said, where it said it. Without it the provider is the service provider, its
 * successor; the publisher has none and stays null.
 * Source: https://focus.finops.org/focus-specification/v1-2/, CC BY 4.0.
 */
export const FOCUS_1_2_EXPORT: FocusExport = {
  version: '1.2',
  columns: [
    ...sharedColumns(LATER_COLUMNS),
    {
      name: 'ProviderName',
      type: 'string' as const,
      extension: 'ProviderName',
      column: 'service_provider_name' as const,
    },
    {
      name: 'PublisherName',
      type: 'string' as const,
      extension: 'PublisherName',
    },
  ].sort((left, right) => (left.name < right.name ? -1 : 1)),
  dropped: LATER_COLUMNS,
};
