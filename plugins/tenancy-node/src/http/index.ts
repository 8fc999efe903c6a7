export { addressOf } from './addressOf';
export { answerAtIntervals } from './answerAtIntervals';
export { createApiRouter } from './createApiRouter';
export { PayloadTooLargeError } from './bodyErrors';
export {
  currentRequest,
  noteActor,
  type RequestContext,
  requestContext,
} from './requestContext';
export { receiveUpload, type ReceivedUpload } from './receiveUpload';
export { toCsvLine } from './toCsvLine';
export { traceHeaders } from './traceHeaders';
export type { DocumentRouter } from './DocumentRouter';
export { type Refusal, Refusals } from './Refusals';
