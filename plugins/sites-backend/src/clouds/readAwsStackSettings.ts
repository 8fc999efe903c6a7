import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** How the business lets sites on AWS be made. */
export interface AwsStackSettings {
  /** Of a double of AWS; absent for AWS itself. */
  endpoint?: string;
  /** Addresses of a site's network; the stack's own default when absent. */
  vpcCidr?: string;
  /** A Route 53 zone below which each customer has `<customer>.<domain>`. */
  zone?: { id: string; domain: string };
  keepsFinalSnapshot: boolean;
  /** Who is asked for records of customers; the machine's own when empty. */
  dnsServers: string[];
}

const NETWORK = /^(\d{1,3}\.){3}\d{1,3}\/(1[6-9]|2[0-4])$/;

/**
 * The part of `sites.aws` that stacks are given.
 *
 * @throws InputError naming the setting that is wrong
 */
export function readAwsStackSettings(config: Config): AwsStackSettings {
  const aws = config.getOptionalConfig('sites.aws');
  const zone = aws?.getOptionalConfig('zone');
  const vpcCidr = aws?.getOptionalString('vpcCidr');
  if (vpcCidr !== undefined && !NETWORK.test(vpcCidr)) {
    throw new InputError(
      `sites.aws.vpcCidr must be a block of addresses of /16 to /24, such as 10.64.0.0/16`,
    );
  }
  return {
    endpoint: aws?.getOptionalString('endpoint'),
    vpcCidr,
    zone: zone && {
      id: zone.getString('id'),
      domain: zone.getString('domain').toLowerCase(),
    },
    keepsFinalSnapshot: aws?.getOptionalBoolean('keepFinalSnapshot') ?? true,
    dnsServers: aws?.getOptionalStringArray('dnsServers') ?? [],
  };
}
