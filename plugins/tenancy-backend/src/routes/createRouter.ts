import { createApiRouter } from '@freehold/plugin-tenancy-node';
import type { TenancyPaths } from '@freehold/plugin-tenancy-common';
import type { Router } from 'express';
import { spec } from '../schema/openapi.generated';
import { addMember } from './addMember';
import { createCustomer } from './createCustomer';
import { createPasswordLink } from './createPasswordLink';
import { deactivateCustomer } from './deactivateCustomer';
import { explainAccess } from './explainAccess';
import { getCustomer } from './getCustomer';
import { getMe } from './getMe';
import { handOverOwnership } from './handOverOwnership';
import { listAllMembers } from './listAllMembers';
import { listCustomers } from './listCustomers';
import { listMembers } from './listMembers';
import { listRoles } from './listRoles';
import { listViewings } from './listViewings';
import { reactivateCustomer } from './reactivateCustomer';
import { removeMember } from './removeMember';
import { resumeCustomer } from './resumeCustomer';
import { startViewingAs } from './startViewingAs';
import { stopViewingAs } from './stopViewingAs';
import { suspendCustomer } from './suspendCustomer';
import { updateCustomer } from './updateCustomer';
import { updateCustomerSettings } from './updateCustomerSettings';
import { updateMember } from './updateMember';
import type { RouteContext } from './RouteContext';

const routes = [
  getMe,
  listRoles,
  explainAccess,
  listCustomers,
  createCustomer,
  getCustomer,
  updateCustomer,
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
];

/** The router of the operations in `schema/openapi.yaml`. */
export function createRouter(context: RouteContext): Router {
  return createApiRouter<TenancyPaths>(spec, api => {
    for (const addRoute of routes) {
      addRoute(api, context);
    }
  });
}
