import { createPermission } from '@backstage/plugin-permission-common';

/** Resource type of everything tenancy guards; the resource ref is the slug. */
export const RESOURCE_TYPE_CUSTOMER = 'customer';

/** See the list of all customers. Staff only; also decides on navigation. */
export const customerListPermission = createPermission({
  name: 'tenancy.customer.list',
  attributes: { action: 'read' },
});

export const customerCreatePermission = createPermission({
  name: 'tenancy.customer.create',
  attributes: { action: 'create' },
});

export const customerReadPermission = createPermission({
  name: 'tenancy.customer.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CUSTOMER,
});

export const customerUpdatePermission = createPermission({
  name: 'tenancy.customer.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CUSTOMER,
});

/** Deactivate and reactivate a customer. */
export const customerDeactivatePermission = createPermission({
  name: 'tenancy.customer.deactivate',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CUSTOMER,
});

export const memberReadPermission = createPermission({
  name: 'tenancy.member.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CUSTOMER,
});

/** Add, change and remove members and issue set-password links. */
export const memberManagePermission = createPermission({
  name: 'tenancy.member.manage',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CUSTOMER,
});

/** Read who did what. */
export const auditReadPermission = createPermission({
  name: 'tenancy.audit.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CUSTOMER,
});

/** See which mails went out, and read those that are kept. Operators only. */
export const mailReadPermission = createPermission({
  name: 'tenancy.mail.read',
  attributes: { action: 'read' },
});

/** Have a mail sent again. Operators only. */
export const mailSendPermission = createPermission({
  name: 'tenancy.mail.send',
  attributes: { action: 'update' },
});

export const tenancyPermissions = [
  customerListPermission,
  customerCreatePermission,
  customerReadPermission,
  customerUpdatePermission,
  customerDeactivatePermission,
  memberReadPermission,
  memberManagePermission,
  auditReadPermission,
  mailReadPermission,
  mailSendPermission,
];
