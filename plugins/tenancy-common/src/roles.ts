/** Roles a member can hold inside a customer. */
export const memberRoles = [
  'owner',
  'admin',
  'developer',
  'billing',
  'viewer',
] as const;

/** Roles of the hosting business's own people. Support reads only. */
export const staffRoles = ['operator', 'finance', 'support'] as const;

export type MemberRole = (typeof memberRoles)[number];
export type StaffRole = (typeof staffRoles)[number];
export type Role = MemberRole | StaffRole;

export function isMemberRole(role: string): role is MemberRole {
  return (memberRoles as readonly string[]).includes(role);
}

export function isStaffRole(role: string): role is StaffRole {
  return (staffRoles as readonly string[]).includes(role);
}
