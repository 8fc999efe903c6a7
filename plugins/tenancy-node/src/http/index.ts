export { createApiRouter } from './createApiRouter';
export { PayloadTooLargeError } from './bodyErrors';
