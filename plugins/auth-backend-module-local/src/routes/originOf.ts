import { addressOf } from '@freehold/plugin-tenancy-node';
import type { Request } from 'express';
import type { RequestOrigin } from '../services/SessionsService';
import type { CookieJar } from './CookieJar';

const LONGEST_DEVICE = 200;

export function originOf(req: Request, cookies: CookieJar): RequestOrigin {
  return {
    address: addressOf(req),
    device: (req.get('user-agent') ?? 'unknown').slice(0, LONGEST_DEVICE),
    deviceToken: cookies.device.read(req),
  };
}
