import type { PlanCheck } from '@freehold/plugin-sites-node';
import { costLabelsCheck } from './costLabelsCheck';
import { customerApprovalCheck } from './customerApprovalCheck';
import { databaseLossCheck } from './databaseLossCheck';
import { encryptionCheck } from './encryptionCheck';
import { openPortsCheck } from './openPortsCheck';
import { publicDatabaseCheck } from './publicDatabaseCheck';

/** The checks that come with the portal and need nothing but the plan. */
export const builtInChecks: readonly PlanCheck[] = [
  publicDatabaseCheck,
  encryptionCheck,
  openPortsCheck,
  costLabelsCheck,
  databaseLossCheck,
  customerApprovalCheck,
];
