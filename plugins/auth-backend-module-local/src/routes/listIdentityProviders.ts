import type { RequestHandler } from 'express';
import type { RouteContext } from './createRouter';

export function listIdentityProviders({
  identities,
}: RouteContext): RequestHandler {
  return (_req, res) => {
    res.json({ items: identities.listProviders() });
  };
}
