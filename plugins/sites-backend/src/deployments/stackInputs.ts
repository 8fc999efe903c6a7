import path from 'node:path';
import type { Deployment } from '../domain/Deployment';

/** Name of the Terraform stack that brings a deployment about. */
export function stackOf({ desired }: Deployment): string {
  return `site-${desired.cloud}`;
}

/**
 * Inputs of a site stack: the interface all clouds share, and the one object of
 * its cloud.
 */
export function stackInputs(
  deployment: Deployment,
  local: {
    publishedDirectory: string;
    contentDirectory: string;
    /** SHA-256 of the content, hex. */
    release: string;
    address: string;
  },
): object {
  const { tenant, siteId, desired } = deployment;
  return {
    tenant,
    site: { id: siteId, name: desired.name, product: desired.product },
    location: desired.region,
    size: desired.size,
    labels: { product: desired.product, cloud: desired.cloud },
    secret_references: {},
    local: {
      publish_directory: path.resolve(local.publishedDirectory),
      source: path.resolve(local.contentDirectory),
      release: local.release,
      address: local.address,
    },
  };
}
