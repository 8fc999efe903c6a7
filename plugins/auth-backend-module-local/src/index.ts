export { authModuleLocal as default } from './module';
export { sessionAuthServiceFactory } from './sessions/sessionAuthServiceFactory';
export {
  createFirstOperator,
  type FirstOperatorOptions,
} from './operator/createFirstOperator';
