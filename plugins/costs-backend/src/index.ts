export { importFile } from './command/importFile';
export { costsPlugin as default } from './plugin';
