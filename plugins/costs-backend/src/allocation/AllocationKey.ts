/**
 * What decides whose a charge is. Charges that agree in all of it are decided
 * once, however many there are.
 */
export interface AllocationKey {
  serviceProviderName: string | null;
  billingAccountId: string | null;
  subAccountId: string | null;
  subAccountName: string | null;
  resourceId: string | null;
  resourceName: string | null;
  resourceType: string | null;
  serviceName: string | null;
  serviceCategory: string | null;
  regionId: string | null;
  chargeCategory: string | null;
  tags: Record<string, string>;
}

/** A part of the key that is one text; the tags are many. */
export type AllocationKeyField = Exclude<keyof AllocationKey, 'tags'>;
