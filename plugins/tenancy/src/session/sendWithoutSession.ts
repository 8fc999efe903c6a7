import { PortalError } from '@freehold/plugin-tenancy-react';

/**
 * Calls a backend with plain fetch: before sign-in the app's own fetch would
 * wait for an identity.
 *
 * @throws PortalError for every answer that is not a success
 */
export async function sendWithoutSession(
  method: string,
  url: string,
  body?: unknown,
): Promise<Response> {
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
