import { createApiRouter } from '@freehold/plugin-tenancy-node';
import type { TenancyPaths } from '@freehold/plugin-tenancy-common';
import type { Router } from 'express';
import { spec } from '../schema/openapi.generated';
import { acceptInvitation } from './acceptInvitation';
import { addMember } from './addMember';
import { cancelEmailChange } from './cancelEmailChange';
import { changeEmail } from './changeEmail';
import { confirmEmailChange } from './confirmEmailChange';
import { createCustomer } from './createCustomer';
import { createPasswordLink } from './createPasswordLink';
import { deactivateCustomer } from './deactivateCustomer';
import { explainAccess } from './explainAccess';
import { exportAuditEvents } from './exportAuditEvents';
import { getAuditEvent } from './getAuditEvent';
import { getAuditHealth } from './getAuditHealth';
import { getCustomer } from './getCustomer';
import { getEmailChange } from './getEmailChange';
import { getMail } from './getMail';
import { getMe } from './getMe';
import { handOverOwnership } from './handOverOwnership';
import { inspectEmailChange } from './inspectEmailChange';
import { inspectInvitation } from './inspectInvitation';
import { inviteMember } from './inviteMember';
import { getUsage } from './getUsage';
import { listAllMembers } from './listAllMembers';
import { listAuditEvents } from './listAuditEvents';
import { listCustomers } from './listCustomers';
import { listInvitations } from './listInvitations';
import { listMails } from './listMails';
import { listMembers } from './listMembers';
import { listRoles } from './listRoles';
import { listViewings } from './listViewings';
import { reactivateCustomer } from './reactivateCustomer';
import { refuseEmailChange } from './refuseEmailChange';
import { removeMember } from './removeMember';
import { resendInvitation } from './resendInvitation';
import { revokeInvitation } from './revokeInvitation';
import { sendMailAgain } from './sendMailAgain';
import { updateCustomer } from './updateCustomer';
import { updateCustomerLimits } from './updateCustomerLimits';
import { resumeCustomer } from './resumeCustomer';
import { startViewingAs } from './startViewingAs';
import { stopViewingAs } from './stopViewingAs';
import { suspendCustomer } from './suspendCustomer';
import { updateCustomerSettings } from './updateCustomerSettings';
import { updateMember } from './updateMember';
import type { RouteContext, TenancyRouter } from './RouteContext';

const routes = [
  getMe,
  listRoles,
  explainAccess,
  listCustomers,
  createCustomer,
  getCustomer,
  updateCustomer,
  getUsage,
  updateCustomerLimits,
  deactivateCustomer,
  reactivateCustomer,
  suspendCustomer,
  resumeCustomer,
  updateCustomerSettings,
  handOverOwnership,
  listViewings,
  startViewingAs,
  stopViewingAs,
  listAllMembers,
  listMembers,
  addMember,
  updateMember,
  removeMember,
  createPasswordLink,
  listInvitations,
  inviteMember,
  resendInvitation,
  revokeInvitation,
  inspectInvitation,
  acceptInvitation,
  getEmailChange,
  changeEmail,
  cancelEmailChange,
  inspectEmailChange,
  confirmEmailChange,
  refuseEmailChange,
  listMails,
  getMail,
  sendMailAgain,
  listAuditEvents,
  exportAuditEvents,
  getAuditEvent,
  getAuditHealth,
];

/** The router of the operations in `schema/openapi.yaml`. */
export function createRouter(context: RouteContext): Router {
  const { refusals } = context;
  const register = (api: TenancyRouter) => {
    for (const addRoute of routes) {
      addRoute(api, context);
    }
  };
  return createApiRouter<TenancyPaths>(spec, register, { refusals });
}
