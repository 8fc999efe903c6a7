import {
  column,
  equals,
  gathered,
  lookUp,
  text,
  when,
} from '@freehold/plugin-costs-node';
import type { ChargeFormat } from '@freehold/plugin-costs-node';

/**
 * Services of Oracle Cloud Infrastructure by the name in the report, by the
 * groups of https://docs.oracle.com/en-us/iaas/Content/services.htm.
 */
const SERVICE_CATEGORIES = {
  ANALYTICS: 'Analytics',
  API_GATEWAY: 'Networking',
  AUTONOMOUS_DATABASE: 'Databases',
  BLOCK_STORAGE: 'Storage',
  COMPUTE: 'Compute',
  CONTAINER_ENGINE: 'Compute',
  DATABASE: 'Databases',
  DATASCIENCE: 'AI and Machine Learning',
  DNS: 'Networking',
  EMAIL_DELIVERY: 'Business Applications',
  FAST_CONNECT: 'Networking',
  FILE_STORAGE: 'Storage',
  FUNCTIONS: 'Compute',
  KEY_MANAGEMENT: 'Security',
  LOAD_BALANCER: 'Networking',
  LOGGING: 'Management and Governance',
  MONITORING: 'Management and Governance',
  MYSQL: 'Databases',
  NETWORK: 'Networking',
  NETWORK_FIREWALL: 'Security',
  NOTIFICATIONS: 'Integration',
  OBJECTSTORE: 'Storage',
  OBJECT_STORAGE: 'Storage',
  STREAMING: 'Integration',
  VAULT: 'Security',
  WAF: 'Security',
};

const cost = column('cost/myCost');
const quantity = column('usage/billedQuantity');

/** Cost reports of Oracle Cloud Infrastructure: what they bill is also what they cost, there is no amortised column. */
export const OCI_FORMAT: ChargeFormat = {
  id: 'oci-cost-report',
  title: 'Oracle Cloud Infrastructure cost report',
  source:
    'https://docs.oracle.com/en-us/iaas/Content/Billing/Concepts/usagereportsoverview.htm',
  expects: [
    ['cost/myCost'],
    ['lineItem/intervalUsageStart'],
    ['cost/currencyCode'],
  ],
  columns: {
    AvailabilityZone: column('product/availabilityDomain'),
    BilledCost: cost,
    BillingAccountId: column('lineItem/tenantId'),
    BillingCurrency: column('cost/currencyCode'),
    ChargeCategory: text('Usage'),
    ChargeClass: when([
      {
        if: equals(column('lineItem/isCorrection'), 'true'),
        then: text('Correction'),
      },
    ]),
    ChargeDescription: column('product/Description'),
    ChargeFrequency: text('Usage-Based'),
    ChargePeriodEnd: column('lineItem/intervalUsageEnd'),
    ChargePeriodStart: column('lineItem/intervalUsageStart'),
    ConsumedQuantity: quantity,
    ConsumedUnit: column('cost/billingUnitReadable', 'cost/skuUnitDescription'),
    ContractedCost: cost,
    ContractedUnitPrice: column('cost/unitPrice'),
    EffectiveCost: cost,
    HostProviderName: text('Oracle'),
    InvoiceIssuerName: text('Oracle'),
    PricingCategory: text('Standard'),
    PricingQuantity: quantity,
    PricingUnit: column('cost/billingUnitReadable', 'cost/skuUnitDescription'),
    RegionId: column('product/region'),
    ResourceId: column('product/resourceId'),
    ResourceType: column('product/resource'),
    ServiceCategory: lookUp(column('product/service'), SERVICE_CATEGORIES),
    ServiceName: column('product/service'),
    ServiceProviderName: text('Oracle'),
    SkuId: column('cost/productSku'),
    SkuPriceId: column('cost/productSku'),
    SubAccountId: column('product/compartmentId'),
    SubAccountName: column('product/compartmentName'),
    SubAccountType: text('Compartment'),
    Tags: gathered('tags/'),
  },
};
