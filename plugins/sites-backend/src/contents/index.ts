export { archiveLimits } from './archiveLimits';
export { unpackArchive, type CheckedContent } from './unpackArchive';
export { materializeContent, type ContentSource } from './materializeContent';
export { type ContentTree } from './contentTree';
export { SiteContents } from './SiteContents';
