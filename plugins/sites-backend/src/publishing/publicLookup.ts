import dns from 'node:dns';
import net, { type LookupFunction } from 'node:net';

// Apart, since a list takes an address of the older version for one of the
// newer, and so for one that is refused below.
const older = new net.BlockList();
const newer = new net.BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  older.addSubnet(network, bits, 'ipv4');
}
for (const [network, bits] of [
  ['::', 96],
  // Addresses of the older version in the form of the newer.
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  newer.addSubnet(network, bits, 'ipv6');
}

/** Whether an address is one of the internet, and of nobody's own network. */
export function isPublicAddress(address: string): boolean {
  return net.isIPv6(address)
    ? !newer.check(address, 'ipv6')
    : !older.check(address, 'ipv4');
}

/**
 * Looks names up for connections that must stay out of the portal's own
 * network: where a customer's domain leads is up to the customer.
 */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  dns.lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    if (error || !first) {
      callback(error ?? new Error(`${hostname} has no address`), []);
    } else if (!addresses.every(({ address }) => isPublicAddress(address))) {
      callback(
        new Error(`${hostname} leads into a network of somebody's own`),
        [],
      );
    } else if (options.all) {
      callback(null, addresses);
    } else {
      callback(null, first.address, first.family);
    }
  });
};
