import type { PlannedResource } from '../api';

type Kind = PlannedResource['kind'];

const keys = {
  'dns-record': 'dnsRecord',
  'load-balancer': 'loadBalancer',
  'network-rule': 'networkRule',
} as const;

/** Where the words for a kind of resource stand among the texts. */
export function kindKey(kind: Kind) {
  return kind in keys
    ? keys[kind as keyof typeof keys]
    : (kind as Exclude<Kind, keyof typeof keys>);
}
