import { sendWithoutSession } from './sendWithoutSession';

/**
 * Calls of sign-in's own routes, which know the browser by its cookies.
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
    return sendWithoutSession(
      method,
      `${await this.getBaseUrl()}${path}`,
      body,
    );
  }
}
