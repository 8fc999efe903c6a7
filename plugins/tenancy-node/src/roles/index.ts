export { decideByRole, findGrant, type RoleDecision } from './decideByRole';
export type { ActionGroup, Grant, Reach } from './Grant';
export { grants } from './grants';
