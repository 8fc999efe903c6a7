import getPort from 'get-port';
import { randomInt } from 'node:crypto';

/**
 * A port that nobody listens on, for a server that a test stops and starts
 * again. It is below 32768, where Linux begins to hand out ports to
 * connections (`net.ipv4.ip_local_port_range`), so none takes it in between.
 */
export async function findFreePort(): Promise<number> {
  const from = randomInt(20_000, 32_000);
  return getPort({ port: getPort.makeRange(from, from + 500) });
}
