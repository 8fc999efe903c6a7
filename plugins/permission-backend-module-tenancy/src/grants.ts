import type { Permission } from '@backstage/plugin-permission-common';
import {
  catalogEntityCreatePermission,
  catalogEntityDeletePermission,
  catalogEntityReadPermission,
  catalogEntityRefreshPermission,
  catalogEntityValidatePermission,
  catalogIngestionManagePermission,
  catalogIngestionReadPermission,
  catalogLocationAnalyzePermission,
  catalogLocationCreatePermission,
  catalogLocationDeletePermission,
  catalogLocationReadPermission,
} from '@backstage/plugin-catalog-common/alpha';
import {
  actionExecutePermission,
  taskCancelPermission,
  taskCreatePermission,
  taskReadPermission,
  templateDryRunPermission,
  templateManagementPermission,
  templateParameterReadPermission,
  templateStepReadPermission,
} from '@backstage/plugin-scaffolder-common/alpha';
import {
  deploymentApprovePermission,
  deploymentControlPermission,
  siteDeletePermission,
  siteOrderPermission,
  siteReadPermission,
  siteSuspendPermission,
  siteUpdatePermission,
} from '@freehold/plugin-sites-common';
import {
  auditReadPermission,
  customerCreatePermission,
  customerDeactivatePermission,
  customerListPermission,
  customerReadPermission,
  customerUpdatePermission,
  mailReadPermission,
  mailSendPermission,
  memberManagePermission,
  memberReadPermission,
  type MemberRole,
  memberRoles,
  type StaffRole,
  staffRoles,
} from '@freehold/plugin-tenancy-common';

/**
 * How far a grant reaches.
 * - `everything`: no narrowing
 * - `own tenant`: what belongs to the member's customer
 * - `own and public entities`: catalog entities of the customer's namespace,
 *   and those of the business marked public
 * - `own tasks`: scaffolder tasks the user started
 * - `ordering`: the scaffolder action that orders a site
 */
export type Reach =
  | 'everything'
  | 'own tenant'
  | 'own and public entities'
  | 'own tasks'
  | 'ordering';

export interface Grant {
  permission: Permission;
  /** Roles of a customer's members that have the permission. */
  members: readonly MemberRole[];
  /** How far it reaches for them. */
  memberReach: Reach;
  /** Roles of staff that have the permission. */
  staff: readonly StaffRole[];
  /** How far it reaches for them. */
  staffReach: Reach;
}

const everyMember = memberRoles;
const managers: MemberRole[] = ['owner', 'admin'];
const builders: MemberRole[] = ['owner', 'admin', 'developer'];
const everyStaff = staffRoles;
const operators: StaffRole[] = ['operator'];

const grant = (
  permission: Permission,
  members: readonly MemberRole[],
  memberReach: Reach,
  staff: readonly StaffRole[],
  staffReach: Reach = 'everything',
): Grant => ({ permission, members, memberReach, staff, staffReach });

/**
 * Who may do what. A permission that is not here, or a role that is not in its
 * row, is denied.
 */
export const grants: readonly Grant[] = [
  // Customers and members
  grant(customerListPermission, [], 'everything', everyStaff),
  grant(customerCreatePermission, [], 'everything', operators),
  grant(customerReadPermission, everyMember, 'own tenant', everyStaff),
  grant(customerUpdatePermission, [], 'own tenant', operators),
  grant(customerDeactivatePermission, [], 'own tenant', operators),
  grant(memberReadPermission, everyMember, 'own tenant', everyStaff),
  grant(memberManagePermission, managers, 'own tenant', operators),
  grant(auditReadPermission, managers, 'own tenant', everyStaff),

  // Mails hold links that sign people in.
  grant(mailReadPermission, [], 'everything', operators),
  grant(mailSendPermission, [], 'everything', operators),

  // Sites and deployments. Deleting is final, so it is not the developers';
  // approving is the business's word on what customers do.
  grant(siteReadPermission, everyMember, 'own tenant', everyStaff),
  grant(siteOrderPermission, builders, 'own tenant', operators),
  grant(siteUpdatePermission, builders, 'own tenant', operators),
  grant(siteDeletePermission, managers, 'own tenant', operators),
  grant(siteSuspendPermission, builders, 'own tenant', operators),
  grant(deploymentControlPermission, builders, 'own tenant', operators),
  grant(deploymentApprovePermission, [], 'own tenant', operators),

  // The catalog is a projection: nobody writes to it by hand.
  grant(
    catalogEntityReadPermission,
    everyMember,
    'own and public entities',
    everyStaff,
  ),
  grant(catalogEntityRefreshPermission, [], 'everything', operators),
  grant(catalogLocationReadPermission, [], 'everything', operators),
  grant(catalogIngestionReadPermission, [], 'everything', operators),
  grant(catalogEntityCreatePermission, [], 'everything', []),
  grant(catalogEntityDeletePermission, [], 'everything', []),
  grant(catalogEntityValidatePermission, [], 'everything', []),
  grant(catalogLocationCreatePermission, [], 'everything', []),
  grant(catalogLocationDeletePermission, [], 'everything', []),
  grant(catalogLocationAnalyzePermission, [], 'everything', []),
  grant(catalogIngestionManagePermission, [], 'everything', []),

  // Ordering through a form. Which templates there are is the catalog's say.
  grant(templateParameterReadPermission, everyMember, 'everything', everyStaff),
  grant(templateStepReadPermission, everyMember, 'everything', everyStaff),
  grant(taskCreatePermission, builders, 'everything', operators),
  grant(taskReadPermission, everyMember, 'own tasks', everyStaff, 'own tasks'),
  grant(taskCancelPermission, builders, 'own tasks', operators, 'own tasks'),
  grant(actionExecutePermission, builders, 'ordering', operators, 'ordering'),
  grant(templateDryRunPermission, [], 'everything', []),
  grant(templateManagementPermission, [], 'everything', []),
];
