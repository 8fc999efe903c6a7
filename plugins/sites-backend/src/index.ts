export { sitesPlugin as default } from './plugin';
