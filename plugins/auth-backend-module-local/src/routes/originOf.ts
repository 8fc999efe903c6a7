import type { Request } from 'express';
import type { RequestOrigin } from '../services/SessionsService';

const LONGEST_DEVICE = 200;

export function originOf(req: Request): RequestOrigin {
  return {
    address: req.ip ?? 'unknown',
    device: (req.get('user-agent') ?? 'unknown').slice(0, LONGEST_DEVICE),
  };
}
