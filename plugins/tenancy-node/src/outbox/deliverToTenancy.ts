import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { traceHeaders } from '../http/traceHeaders';
import type { OutboxReceiver } from './OutboxShipper';

/** Delivers to `POST /api/tenancy/outbox`, as the plugin itself. */
export function deliverToTenancy(options: {
  auth: AuthService;
  discovery: DiscoveryService;
}): OutboxReceiver {
  return async messages => {
    const { token } = await options.auth.getPluginRequestToken({
      onBehalfOf: await options.auth.getOwnServiceCredentials(),
      targetPluginId: 'tenancy',
    });
    const baseUrl = await options.discovery.getBaseUrl('tenancy');
    const response = await fetch(`${baseUrl}/outbox`, {
      method: 'POST',
      headers: {
        ...traceHeaders(),
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ messages }),
      signal: AbortSignal.timeout(30_000),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    const { receipts } = await response.json();
    return receipts;
  };
}
