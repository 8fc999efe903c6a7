import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { traceHeaders } from '@freehold/plugin-tenancy-node';

/** What it takes to call the sign-in module. */
export interface SignInConnection {
  auth: AuthService;
  discovery: DiscoveryService;
}

/**
 * Calls a route of the sign-in module as this plugin.
 *
 * @param path - below `/api/auth/local`
 * @throws ResponseError when it refuses
 */
export async function postToSignIn(
  { auth, discovery }: SignInConnection,
  path: string,
  body: object,
): Promise<any> {
  const { token } = await auth.getPluginRequestToken({
    onBehalfOf: await auth.getOwnServiceCredentials(),
    targetPluginId: 'auth',
  });
  const baseUrl = await discovery.getBaseUrl('auth');
  const response = await fetch(`${baseUrl}/local${path}`, {
    method: 'POST',
    headers: {
      ...traceHeaders(),
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) {
    throw await ResponseError.fromResponse(response);
  }
  return response.json();
}
