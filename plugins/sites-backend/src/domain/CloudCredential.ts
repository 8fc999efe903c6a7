import type {
  SitesComponents,
  SitesPaths,
} from '@freehold/plugin-sites-common';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';

/** Whose credential, and so whose account, a site was made with. */
export type CredentialOwner = 'customer' | 'business';

export type CredentialKind =
  SitesComponents['schemas']['CloudCredential']['kind'];

/** What somebody enters; with secrets, so it goes nowhere but to the cipher. */
export type CredentialInput =
  SitesPaths['/customers/{customer}/cloud-credentials/{cloud}']['put']['requestBody']['content']['application/json'];

/** How runs of a tenant sign in to a cloud, without the secret. */
export interface CloudCredential {
  tenant: string;
  cloud: string;
  credentialId: string;
  kind: CredentialKind;
  name: string;
  /** Of the cloud, as the cloud itself told it. */
  account: string;
  principal: string;
  /** The end of an access key's id, to tell it from another. */
  accessKeyEnding?: string;
  roleArn?: string;
  externalId?: string;
  /** Entity ref of who entered it last. */
  updatedBy: string;
  createdAt: Date;
  updatedAt: Date;
  lastUsedAt?: Date;
}

/** Clouds that let nobody in without credentials. */
const CLOUDS_WITH_CREDENTIALS = ['aws'];

export function needsCredential(cloud: string): boolean {
  return CLOUDS_WITH_CREDENTIALS.includes(cloud);
}

/** The tenant that holds the credential of a site. */
export function tenantOfCredential(
  owner: CredentialOwner,
  customer: string,
): string {
  return owner === 'customer' ? customer : BUSINESS_TENANT;
}
