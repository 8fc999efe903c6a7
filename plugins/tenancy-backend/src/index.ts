export { tenancyPlugin as default } from './plugin';
export { verifyAuditTrails } from './verifyAuditTrails';
