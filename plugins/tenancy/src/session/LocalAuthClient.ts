import { PortalError } from '@freehold/plugin-tenancy-react';

/**
 * Calls of sign-in's own routes, which know the browser by its cookies. Uses
 * plain fetch: before sign-in the app's own fetch would wait for an identity.
 */
export abstract class LocalAuthClient {
  /** @param getBaseUrl - where /api/auth/local is */
  constructor(protected readonly getBaseUrl: () => Promise<string>) {}

  protected async read<Result>(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<Result> {
    const response = await this.send(method, path, body);
    return response.json();
  }

  protected async send(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<Response> {
    const url = `${await this.getBaseUrl()}${path}`;
    const response = await fetch(url, {
      method,
      credentials: 'include',
      headers: {
        'x-freehold-request': '1',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    }).catch(error => {
      throw PortalError.unanswered(error);
    });
    if (!response.ok) {
      throw await PortalError.fromResponse(response);
    }
    return response;
  }
}
