import type { MemberRole, StaffRole } from '@freehold/plugin-tenancy-common';

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

/** What actions have in common, for people who read the table. */
export type ActionGroup =
  | 'organization'
  | 'people'
  | 'sites'
  | 'deployments'
  | 'costs'
  | 'ordering'
  | 'catalog';

/** One row of the table of who may do what. */
export interface Grant {
  /** Name of the permission that routes ask about, such as `sites.site.order`. */
  action: string;
  /** Of what the permission is asked; absent when it is of nothing in particular. */
  resourceType?: string;
  group: ActionGroup;
  /** Verb and object, such as "Order a site". */
  title: string;
  /** What it comes to, in one line. */
  description: string;
  /** Whether using it changes something. Who views as a customer only reads. */
  effect: 'read' | 'change';
  /** Roles of a customer's members that have it. */
  members: readonly MemberRole[];
  /** How far it reaches for them. */
  memberReach: Reach;
  /** Roles of staff that have it. */
  staff: readonly StaffRole[];
  /** How far it reaches for them. */
  staffReach: Reach;
}
