import type { Request } from 'express';
import type { RequestOrigin } from '../services/SessionsService';
import type { CookieJar } from './CookieJar';

const LONGEST_DEVICE = 200;

/** How a socket of both families writes an IPv4 address. */
const IPV4_IN_IPV6 = /^::ffff:(?=\d+\.)/;

/** The network address a request is from. */
export function addressOf(req: Request): string {
  return (req.ip ?? 'unknown').replace(IPV4_IN_IPV6, '');
}

export function originOf(req: Request, cookies: CookieJar): RequestOrigin {
  return {
    address: addressOf(req),
    device: (req.get('user-agent') ?? 'unknown').slice(0, LONGEST_DEVICE),
    deviceToken: cookies.device.read(req),
  };
}
