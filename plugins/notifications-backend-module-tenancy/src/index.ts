export { notificationsModuleTenancy as default } from './module';
