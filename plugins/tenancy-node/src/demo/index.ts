export { readDemoFile, type Demo } from './readDemoFile';
