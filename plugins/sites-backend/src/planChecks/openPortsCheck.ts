import type { PlanCheck, ResourceFacts } from '@freehold/plugin-sites-node';
import { changedResources } from './changedResources';

type Ports = NonNullable<ResourceFacts['openPorts']>[number];

const WEB_PORTS = [80, 443];
const WITH_PORTS = ['tcp', 'udp'];

/** Denies network rules that let anybody in by other ports than a website's. */
export const openPortsCheck: PlanCheck = {
  id: 'open-ports',
  async check(input) {
    return changedResources(input).flatMap(({ address, after, unknown }) => {
      const ports = (after.openPorts ?? [])
        .filter(each => !isWeb(each))
        .map(describe);
      if (ports.length > 0) {
        return {
          effect: 'deny' as const,
          reason: `The network rule ${address} would let anybody in by ${ports.join(', ')}. Only 80 and 443 may be open to the world; narrow the rest to known addresses.`,
        };
      }
      return unknown.includes('openPorts')
        ? {
            effect: 'require-approval' as const,
            reason: `Whom the network rule ${address} lets in is known only once it is there. A plan with fixed addresses passes by itself.`,
          }
        : [];
    });
  },
};

function isWeb({ protocol, from, to }: Ports): boolean {
  return (
    WITH_PORTS.includes(protocol) && from === to && WEB_PORTS.includes(from)
  );
}

function describe({ protocol, from, to }: Ports): string {
  if (protocol === 'all') return 'every port';
  if (!WITH_PORTS.includes(protocol)) return protocol;
  return from === to ? `${protocol} ${from}` : `${protocol} ${from} to ${to}`;
}
