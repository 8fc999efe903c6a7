import { UNKNOWN, type ReadFacts } from '../PlannedResource';
import type { ResourceReader } from '../ResourceReader';
import type { ResourceValues } from '../ResourceValues';

const BLOCK_DEVICES = ['root_block_device', 'ebs_block_device'];

/** An EC2 instance. */
export function readInstance(values: ResourceValues): ReadFacts {
  return {
    size: values.text('instance_type'),
    public: values.boolean('associate_public_ip_address'),
    encrypted: areVolumesEncrypted(values),
    deletionProtection: values.boolean('disable_api_termination'),
  };
}

/**
 * An address on the internet. One that is given to a server counts as the
 * server; others belong to gateways of the network.
 */
export const readAddress: ResourceReader = {
  kind: values => (isOfInstance(values) ? 'instance' : 'network'),
  read: values => (isOfInstance(values) ? { public: true } : {}),
};

function isOfInstance(values: ResourceValues): boolean {
  const instance = values.get('instance');
  return (
    instance !== undefined &&
    instance !== '' &&
    !values.isLeftToProvider('instance')
  );
}

/** Containers that AWS keeps running. */
export function readService(values: ResourceValues): ReadFacts {
  return {
    name: values.text('name'),
    public: values.boolean('network_configuration', 0, 'assign_public_ip'),
  };
}

/** What takes visitors in and passes them on. */
export function readLoadBalancer(values: ResourceValues): ReadFacts {
  const internal = values.boolean('internal');
  return {
    name: values.text('name'),
    public: internal === UNKNOWN ? UNKNOWN : !internal,
    deletionProtection: values.boolean('enable_deletion_protection'),
  };
}

/** Of volumes that the plan doesn't name, the account's default decides. */
function areVolumesEncrypted(values: ResourceValues): boolean | typeof UNKNOWN {
  let isAnyUnknown = values.count('root_block_device') === 0;
  for (const device of BLOCK_DEVICES) {
    const count = values.count(device);
    if (count === UNKNOWN) {
      isAnyUnknown = true;
      continue;
    }
    for (let index = 0; index < count; index++) {
      const encrypted = values.boolean(device, index, 'encrypted');
      if (encrypted === false) return false;
      isAnyUnknown ||= encrypted === UNKNOWN;
    }
  }
  return isAnyUnknown ? UNKNOWN : true;
}
