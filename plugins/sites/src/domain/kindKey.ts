import type { PlannedResource } from '../api';

/** A kind of resource as a key of the translations. */
export function kindKey(kind: PlannedResource['kind']) {
  const keys = {
    'dns-record': 'dnsRecord',
    'load-balancer': 'loadBalancer',
    'network-rule': 'networkRule',
  } as const;
  return kind in keys
    ? keys[kind as keyof typeof keys]
    : (kind as Exclude<typeof kind, keyof typeof keys>);
}
