import type { TenancyComponents } from '@freehold/plugin-tenancy-common';
import { sendWithoutSession } from './sendWithoutSession';

type Schemas = TenancyComponents['schemas'];
export type InspectedInvitation = Schemas['InspectedInvitation'];
export type InspectedEmailChange = Schemas['InspectedEmailChange'];

/**
 * What the holder of a mailed link can do without being signed in. Every method
 * rejects with a PortalError: 404 when the link cannot be used.
 */
export class LinkClient {
  constructor(private readonly getBaseUrl: () => Promise<string>) {}

  async inspectInvitation(token: string): Promise<InspectedInvitation> {
    return this.post('/invitations/inspect', { token });
  }

  /** @returns the link that sets the first password */
  async acceptInvitation(
    token: string,
    displayName: string,
  ): Promise<Schemas['PasswordLink']> {
    return this.post('/invitations/accept', { token, displayName });
  }

  async inspectEmailChange(token: string): Promise<InspectedEmailChange> {
    return this.post('/email-changes/inspect', { token });
  }

  /** @returns whether both addresses have confirmed now */
  async confirmEmailChange(token: string): Promise<{ isDone: boolean }> {
    return this.post('/email-changes/confirm', { token });
  }

  async refuseEmailChange(token: string): Promise<void> {
    await this.send('/email-changes/refuse', { token });
  }

  private async post<Result>(path: string, body: object): Promise<Result> {
    return (await this.send(path, body)).json();
  }

  private async send(path: string, body: object): Promise<Response> {
    return sendWithoutSession(
      'POST',
      `${await this.getBaseUrl()}${path}`,
      body,
    );
  }
}
