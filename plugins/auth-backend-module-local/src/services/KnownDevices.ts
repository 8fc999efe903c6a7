import { randomUUID } from 'node:crypto';
import type {
  Membership,
  Outbox,
  TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import type { AccountKey } from '../database/AccountsStore';
import type { KnownDevicesStore } from '../database/KnownDevicesStore';
import { readDevice } from '../domain/devices';
import {
  createDeviceToken,
  hashDeviceToken,
  hashSecret,
  type SecretHash,
} from '../domain/secrets';
import type { RequestOrigin } from './SessionsService';

/** A browser that isn't used for so long is a new one again. */
export const DEVICE_LIFETIME_MS = 400 * 24 * 60 * 60 * 1000;

/** Where people see and end their sessions. */
const SECURITY_PAGE = '/account/security';

interface KnownDevicesOptions {
  store: KnownDevicesStore;
  outbox: Outbox;
  /** Where the portal is opened; no slash at the end. */
  appBaseUrl: string;
}

/** Tells browsers a member has used before from new ones. */
export class KnownDevices {
  static create(options: KnownDevicesOptions): KnownDevices {
    return new KnownDevices(options);
  }

  private constructor(private readonly options: KnownDevicesOptions) {}

  /**
   * @returns the browser, when one of the accounts was signed in to with it
   */
  async findKnown(
    accounts: AccountKey[],
    token: string | undefined,
  ): Promise<SecretHash | undefined> {
    const hash = hashDeviceToken(token);
    if (!hash) {
      return undefined;
    }
    const now = new Date();
    for (const account of accounts) {
      if (await this.options.store.isKnown(account, hash, now)) {
        return hash;
      }
    }
    return undefined;
  }

  /**
   * Remembers the browser of a sign-in, and tells the member when it is new to
   * them. The first one ever is no news.
   *
   * @returns the token that the browser keeps from now on
   */
  async remember(
    trx: TenantTransaction,
    membership: Membership,
    origin: RequestOrigin,
  ): Promise<string> {
    const { store } = this.options;
    const now = new Date();
    const presented = hashDeviceToken(origin.deviceToken);
    const isKnown =
      presented && (await store.isKnownWithin(trx, membership, presented, now));
    if (!isKnown && (await store.hasAny(trx, membership))) {
      await this.tellOfNewDevice(trx, membership, origin, now);
    }
    const token = isKnown ? origin.deviceToken! : createDeviceToken();
    const hash = hashSecret(token);
    const expiresAt = new Date(now.getTime() + DEVICE_LIFETIME_MS);
    await store.remember(trx, membership, { hash, expiresAt }, now);
    return token;
  }

  private async tellOfNewDevice(
    trx: TenantTransaction,
    membership: Membership,
    { address, device }: RequestOrigin,
    now: Date,
  ): Promise<void> {
    const { outbox, appBaseUrl } = this.options;
    await outbox.put(trx, {
      kind: 'mail',
      id: randomUUID(),
      tenant: membership.tenant,
      to: { email: membership.email, name: membership.displayName },
      template: 'newDevice',
      parameters: {
        address,
        device: readDevice(device).name,
        at: now.toISOString(),
        link: `${appBaseUrl}${SECURITY_PAGE}`,
      },
    });
    await outbox.put(trx, {
      kind: 'notification',
      id: randomUUID(),
      tenant: membership.tenant,
      recipients: [membership.userEntityRef],
      topic: 'security',
      title: 'Sign-in from a new device',
      description: `From ${address}. If that was not you, end the session and change your password.`,
      link: SECURITY_PAGE,
      severity: 'high',
    });
  }
}
