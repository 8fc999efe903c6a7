import type { PlanCheck } from '@freehold/plugin-sites-node';
import { costLabelsCheck } from './costLabelsCheck';
import { customerApprovalCheck } from './customerApprovalCheck';
import { databaseLossCheck, storageLossCheck } from './dataLossChecks';
import { encryptionCheck } from './encryptionCheck';
import { openPortsCheck } from './openPortsCheck';
import {
  publicDatabaseCheck,
  publicServerCheck,
  publicStorageCheck,
} from './publicAccessChecks';
import { unknownResourcesCheck } from './unknownResourcesCheck';

/** The checks that come with the portal and need nothing but the plan. */
export const builtInChecks: readonly PlanCheck[] = [
  publicDatabaseCheck,
  publicStorageCheck,
  publicServerCheck,
  encryptionCheck,
  openPortsCheck,
  costLabelsCheck,
  databaseLossCheck,
  storageLossCheck,
  unknownResourcesCheck,
  customerApprovalCheck,
];
