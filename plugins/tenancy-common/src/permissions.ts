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

/** Change what a customer settles for itself: name, contact, approval. */
export const customerConfigurePermission = createPermission({
  name: 'tenancy.customer.configure',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CUSTOMER,
});

/** Suspend and resume a customer. */
export const customerSuspendPermission = createPermission({
  name: 'tenancy.customer.suspend',
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

/** Make another member owner and become admin oneself. */
export const ownershipHandOverPermission = createPermission({
  name: 'tenancy.ownership.hand-over',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CUSTOMER,
});

/** View the portal as a customer, for staff. */
export const viewingStartPermission = createPermission({
  name: 'tenancy.viewing.start',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_CUSTOMER,
});

/** See which of the staff viewed as a customer, when and why. */
export const viewingReadPermission = createPermission({
  name: 'tenancy.viewing.read',
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

/** Those that are asked about a customer. */
export const customerPermissions = [
  customerReadPermission,
  customerConfigurePermission,
  customerUpdatePermission,
  customerSuspendPermission,
  customerDeactivatePermission,
  memberReadPermission,
  memberManagePermission,
  auditReadPermission,
  ownershipHandOverPermission,
  viewingStartPermission,
  viewingReadPermission,
];

export const tenancyPermissions = [
  customerListPermission,
  customerCreatePermission,
  ...customerPermissions,
  mailReadPermission,
  mailSendPermission,
];
