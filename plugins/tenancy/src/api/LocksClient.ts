import {
  createApiRef,
  type DiscoveryApi,
  type FetchApi,
} from '@backstage/frontend-plugin-api';
import { PortalError } from '@freehold/plugin-tenancy-react';

/** Whether failed sign-ins keep a member waiting. */
export interface MemberLock {
  /** When the longest wait ends; absent: nobody has to wait. */
  lockedUntil?: string;
  hasSecondFactor: boolean;
}

/** Help for members who cannot get in. */
export class LocksClient {
  constructor(
    private readonly options: {
      discoveryApi: DiscoveryApi;
      fetchApi: FetchApi;
    },
  ) {}

  async getMemberLock(customer: string, member: string): Promise<MemberLock> {
    const response = await this.send('GET', customer, member, 'lock');
    return response.json();
  }

  async unlockMember(customer: string, member: string): Promise<void> {
    await this.send('POST', customer, member, 'unlock');
  }

  /** @throws PortalError 403 when the caller is none of the operators */
  async resetSecondFactors(customer: string, member: string): Promise<void> {
    await this.send('DELETE', customer, member, 'authenticators');
  }

  private async send(
    method: string,
    customer: string,
    member: string,
    what: string,
  ): Promise<Response> {
    const { discoveryApi, fetchApi } = this.options;
    const path = [customer, member].map(encodeURIComponent).join('/');
    const url = `${await discoveryApi.getBaseUrl('auth')}/local/members/${path}/${what}`;
    const response = await fetchApi.fetch(url, { method }).catch(error => {
      throw PortalError.unanswered(error);
    });
    if (!response.ok) {
      throw await PortalError.fromResponse(response);
    }
    return response;
  }
}

export const locksApiRef = createApiRef<LocksClient>().with({
  id: 'plugin.tenancy.locks',
  pluginId: 'tenancy',
});
