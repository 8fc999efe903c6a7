export { scaffolderModuleSites as default } from './module';
