import { ConflictError } from '@backstage/errors';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type { TenantDatabase } from '@freehold/plugin-tenancy-node';
import type { CloudCredentialsStore } from '../database/CloudCredentialsStore';
import {
  tenantOfCredential,
  type CloudCredential,
  type CredentialOwner,
} from '../domain/CloudCredential';
import type { AwsAccess, AwsSettings } from './AwsAccess';
import type { AwsKeys } from './AwsKeys';

/** A run that needs to sign in to the cloud of its site. */
export interface SessionRequest {
  tenant: string;
  deploymentId: string;
  cloud: string;
  region: string;
  owner: CredentialOwner;
  /** How long the run may take. */
  seconds: number;
}

/** What lets Terraform in, and nobody else see it. */
export interface CloudSession {
  environment: Record<string, string>;
  /** What of it must appear in no log. */
  secrets: string[];
}

/** Signs runs in to clouds, with the credential of their customer or the business's. */
export class CloudSessions {
  static create(options: {
    database: TenantDatabase;
    credentials: CloudCredentialsStore;
    aws: AwsAccess;
    settings: AwsSettings;
  }): CloudSessions {
    return new CloudSessions(options);
  }

  private constructor(
    private readonly deps: Parameters<typeof CloudSessions.create>[0],
  ) {}

  /** Whose credential a new site is made with: the customer's own, if it has one. */
  async chooseOwner(
    tenant: string,
    cloud: string,
  ): Promise<CredentialOwner | undefined> {
    if (await this.find(tenant, cloud)) {
      return 'customer';
    }
    return (await this.find(BUSINESS_TENANT, cloud)) ? 'business' : undefined;
  }

  /**
   * Whose credential a site was made with.
   *
   * @throws ConflictError when with none
   */
  async getOwner(tenant: string, siteId: string): Promise<CredentialOwner> {
    const owner = await this.deps.database.transaction(tenant, trx =>
      this.deps.credentials.findOwner(trx, tenant, siteId),
    );
    if (!owner) {
      throw new ConflictError(
        'The site was made without credentials. Delete it, and order it again.',
      );
    }
    return owner;
  }

  /**
   * @throws ConflictError when there is no credential any more, and what AWS
   *   says otherwise in InputError, ConflictError or ServiceUnavailableError
   */
  async open(request: SessionRequest): Promise<CloudSession> {
    const { cloud, region, owner } = request;
    const holder = tenantOfCredential(owner, request.tenant);
    const credential = await this.find(holder, cloud);
    if (!credential) {
      throw new ConflictError(
        'The credentials that the site was made with are gone. Enter credentials of the same account again, then retry.',
      );
    }
    const keys = await this.keysFor(credential, request);
    await this.deps.database.transaction(holder, trx =>
      this.deps.credentials.recordUse(trx, credential),
    );
    const { sessionToken, accessKeyId, secretAccessKey } = keys.reveal();
    const { endpoint } = this.deps.settings;
    return {
      environment: {
        ...keys.toEnvironment(),
        AWS_REGION: region,
        // Else a key that fails falls back to what the machine has.
        AWS_EC2_METADATA_DISABLED: 'true',
        ...(endpoint && { AWS_ENDPOINT_URL: endpoint }),
      },
      secrets: [secretAccessKey, accessKeyId, sessionToken ?? ''],
    };
  }

  /**
   * The secrets that are kept of what a site signs in with. Those of a role
   * are none: they live for one run.
   */
  async listKeptSecrets(
    tenant: string,
    { siteId, cloud }: { siteId: string; cloud: string },
  ): Promise<string[]> {
    const { credentials, database } = this.deps;
    const owner = await database.transaction(tenant, trx =>
      credentials.findOwner(trx, tenant, siteId),
    );
    const holder = owner && tenantOfCredential(owner, tenant);
    const credential = holder && (await this.find(holder, cloud));
    const keys =
      credential &&
      (await database.transaction(holder, trx =>
        credentials.findKeys(trx, credential),
      ));
    if (!keys) {
      return [];
    }
    const { accessKeyId, secretAccessKey } = keys.reveal();
    return [accessKeyId, secretAccessKey];
  }

  /**
   * Keys that may ask to be a role of the tenant: those of the business for a
   * customer's role, and those of the machine for the business's own.
   *
   * @returns undefined for those of the portal's own machine
   * @throws ConflictError when there are none
   */
  async findBase(tenant: string): Promise<AwsKeys | undefined> {
    const business =
      tenant === BUSINESS_TENANT
        ? undefined
        : await this.find(BUSINESS_TENANT, 'aws');
    if (business) {
      return this.keysFor(business, {
        tenant: BUSINESS_TENANT,
        deploymentId: 'base',
        seconds: 0,
      });
    }
    if (!this.deps.settings.usesMachineCredentials) {
      throw new ConflictError(
        'The portal has no AWS credentials of its own to become a role with. The hosting team has to enter an access key of the business first, or to allow those of the machine (sites.aws.useMachineCredentials).',
      );
    }
    return undefined;
  }

  private async keysFor(
    credential: CloudCredential,
    run: Pick<SessionRequest, 'tenant' | 'deploymentId' | 'seconds'>,
  ): Promise<AwsKeys> {
    const { roleArn, externalId, tenant } = credential;
    if (roleArn && externalId) {
      return this.deps.aws.assume(await this.findBase(tenant), {
        roleArn,
        externalId,
        sessionName: sessionNameOf(run),
        seconds: run.seconds,
      });
    }
    const keys = await this.deps.database.transaction(tenant, trx =>
      this.deps.credentials.findKeys(trx, credential),
    );
    if (!keys) {
      throw new ConflictError(
        'The credentials were replaced a moment ago. Retry.',
      );
    }
    return keys;
  }

  private async find(
    tenant: string,
    cloud: string,
  ): Promise<CloudCredential | undefined> {
    return this.deps.database.transaction(tenant, trx =>
      this.deps.credentials.find(trx, tenant, cloud),
    );
  }
}

const LONGEST_SESSION_NAME = 64;

/** The deployment whole, and as much of the tenant as AWS leaves room for. */
export function sessionNameOf(run: {
  tenant: string;
  deploymentId: string;
}): string {
  const room = LONGEST_SESSION_NAME - run.deploymentId.length - 1;
  return `${run.tenant.slice(0, room)}@${run.deploymentId}`;
}
