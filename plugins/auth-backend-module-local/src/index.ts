export { authModuleLocal as default } from './module';
export { sessionAuthServiceFactory } from './sessions/sessionAuthServiceFactory';
