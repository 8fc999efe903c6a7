import {
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

export const customersRouteRef = createRouteRef();
export const customerRouteRef = createSubRouteRef({
  parent: customersRouteRef,
  path: '/:customer',
});
export const newCustomerRouteRef = createSubRouteRef({
  parent: customersRouteRef,
  path: '/new',
});
export const auditRouteRef = createRouteRef();
export const membersRouteRef = createRouteRef();
export const staffRouteRef = createRouteRef();
export const rolesRouteRef = createRouteRef();
export const organizationRouteRef = createRouteRef();
export const usageRouteRef = createRouteRef();
export const securityRouteRef = createRouteRef();
export const accountRouteRef = createRouteRef();
export const outboxRouteRef = createRouteRef();
