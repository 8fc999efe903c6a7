import { AsyncLocalStorage } from 'node:async_hooks';
import type { Request, Response } from 'express';

interface FederationRequest {
  req: Request;
  res: Response;
}

const storage = new AsyncLocalStorage<FederationRequest>();

/**
 * Hands the request of a provider's answer to the sign-in resolver, which
 * Backstage calls with the provider's result only.
 */
export const federationContext = {
  run(request: FederationRequest, work: () => void): void {
    storage.run(request, work);
  },

  /** @throws outside of a request to a provider's routes */
  get(): FederationRequest {
    const request = storage.getStore();
    if (!request) {
      throw new Error('Not within a request of a provider');
    }
    return request;
  },
};
