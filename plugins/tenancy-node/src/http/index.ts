export { audited } from './audited';
export { createApiRouter } from './createApiRouter';
export { PayloadTooLargeError } from './bodyErrors';
export type { DocumentRouter } from './DocumentRouter';
