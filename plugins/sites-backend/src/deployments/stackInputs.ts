import path from 'node:path';
import type { AwsStackSettings } from '../clouds/readAwsStackSettings';
import type { Deployment } from '../domain/Deployment';
import type { DomainState } from './checkDomains';

/** What stacks are made from, beside the deployment itself. */
export interface StackMaterial {
  publishedDirectory: string;
  contentDirectory: string;
  /** The folder that Terraform runs in. */
  stackDirectory: string;
  /** SHA-256 of the content, hex. */
  release: string;
  /** Of a local site. */
  address: string;
  domains: DomainState;
  aws: AwsStackSettings;
}

type OwnInputs = (deployment: Deployment, material: StackMaterial) => object;

/** The one object that only the stacks of a cloud have. */
const OWN_INPUTS: Record<string, OwnInputs> = { local, aws };

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
  material: StackMaterial,
): object {
  const { tenant, siteId, desired } = deployment;
  const { cloud, customSize } = desired;
  return {
    tenant,
    site: { id: siteId, name: desired.name, product: desired.product },
    location: desired.region,
    runtime: desired.runtime,
    size: desired.size,
    custom_size: customSize
      ? {
          cpu: customSize.cpu,
          memory: customSize.memory,
          minimum_instances: customSize.minimumInstances,
          maximum_instances: customSize.maximumInstances,
        }
      : null,
    domains: desired.domains,
    labels: { product: desired.product, cloud },
    environment: desired.environment,
    secret_references: desired.secretReferences,
    add_ons: desired.addOns,
    ...(OWN_INPUTS[cloud] && {
      [cloud]: OWN_INPUTS[cloud](deployment, material),
    }),
  };
}

function local(_: Deployment, material: StackMaterial): object {
  return {
    publish_directory: path.resolve(material.publishedDirectory),
    source: path.resolve(material.contentDirectory),
    release: material.release,
    address: material.address,
  };
}

function aws({ kind }: Deployment, material: StackMaterial): object {
  const { aws: settings, domains } = material;
  return {
    // Seen from the stack: an absolute path would be another for each run, and
    // each run would upload every file anew.
    source:
      kind === 'destroy'
        ? null
        : path.relative(material.stackDirectory, material.contentDirectory),
    release: material.release,
    endpoint: settings.endpoint ?? null,
    ...(settings.vpcCidr && { vpc_cidr: settings.vpcCidr }),
    zone_id: domains.zoneId ?? null,
    validated_domains: domains.validated,
    keep_final_snapshot: settings.keepsFinalSnapshot,
  };
}
