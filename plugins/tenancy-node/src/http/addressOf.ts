/** How a socket of both families writes an IPv4 address. */
const IPV4_IN_IPV6 = /^::ffff:(?=\d+\.)/;

/** The network address a request is from, written the same for each socket. */
export function addressOf({ ip }: { ip?: string }): string {
  return (ip ?? 'unknown').replace(IPV4_IN_IPV6, '');
}
