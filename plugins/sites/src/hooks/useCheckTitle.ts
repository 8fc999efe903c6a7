import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { decisionTranslationRef } from '../decisionTranslation';

/** The checks that come with the portal; others go by their ids. */
const BUILT_IN = {
  'public-database': 'publicDatabase',
  'public-storage': 'publicStorage',
  'public-server': 'publicServer',
  'unknown-resources': 'unknownResources',
  encryption: 'encryption',
  'open-ports': 'openPorts',
  'cost-labels': 'costLabels',
  'database-loss': 'databaseLoss',
  'storage-loss': 'storageLoss',
  'customer-approval': 'customerApproval',
  'tier-limits': 'tierLimits',
  'monthly-limit': 'monthlyLimit',
} as const;

/** What people call a plan check. */
export function useCheckTitle(): (check: string) => string {
  const { t } = useTranslationRef(decisionTranslationRef);
  return check =>
    check in BUILT_IN
      ? t(`check.${BUILT_IN[check as keyof typeof BUILT_IN]}`)
      : check;
}
