import { ConflictError, InputError } from '@backstage/errors';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import {
  unknownCustomer,
  type TenantDatabase,
  type TenantDirectory,
} from '@freehold/plugin-tenancy-node';
import { createHash } from 'node:crypto';
import type { SiteAudit } from '../audit/SiteAudit';
import type { AwsAccess } from '../clouds/AwsAccess';
import { AwsKeys } from '../clouds/AwsKeys';
import type { CloudSessions } from '../clouds/CloudSessions';
import type { CloudCredentialsStore } from '../database/CloudCredentialsStore';
import {
  needsCredential,
  type CloudCredential,
  type CredentialInput,
} from '../domain/CloudCredential';
import { newId } from '../domain/ids';

/** What the cloud said about a credential that somebody enters. */
interface Validated extends Pick<
  CloudCredential,
  'account' | 'principal' | 'accessKeyEnding' | 'roleArn' | 'externalId'
> {
  keys?: AwsKeys;
}

/** Keeps the credentials of customers, and of the business. */
export class CloudCredentialsService {
  static create(options: {
    database: TenantDatabase;
    directory: Pick<TenantDirectory, 'findCustomer'>;
    credentials: CloudCredentialsStore;
    sessions: Pick<CloudSessions, 'findBase'>;
    aws: Pick<AwsAccess, 'identify' | 'assume' | 'isOpenToAnybody'>;
    audit: SiteAudit;
    /** Where people reach the portal; tells its external ids from another's. */
    portalUrl: string;
  }): CloudCredentialsService {
    return new CloudCredentialsService(options);
  }

  private constructor(
    private readonly deps: Parameters<typeof CloudCredentialsService.create>[0],
  ) {}

  /**
   * @param tenant - a customer, or `default` for the business
   * @returns its credentials, and the external id that its roles must ask for
   * @throws NotFoundError when there is no such customer
   */
  async getCredentials(
    tenant: string,
  ): Promise<{ items: CloudCredential[]; externalId: string }> {
    await this.assertKnown(tenant);
    const { database, credentials } = this.deps;
    return {
      items: await database.transaction(tenant, trx =>
        credentials.list(trx, tenant),
      ),
      externalId: this.externalIdOf(tenant),
    };
  }

  /**
   * Keeps a credential that the cloud lets in, in the place of the present one.
   *
   * @throws NotFoundError, InputError when the cloud does not let it in,
   *   ConflictError when it is of another account than sites are in,
   *   ServiceUnavailableError when the cloud does not answer
   */
  async setCredential(
    tenant: string,
    cloud: string,
    input: CredentialInput,
    options: { by: string },
  ): Promise<CloudCredential> {
    await this.assertKnown(tenant);
    assertTaken(cloud);
    const { keys, ...validated } =
      input.kind === 'access-key'
        ? await this.validateKey(input)
        : await this.validateRole(tenant, input.roleArn);
    const uses = await this.countBusinessSites(tenant, cloud);
    const { audit, credentials, database } = this.deps;
    return database.transaction(tenant, async trx => {
      const present = await credentials.find(trx, tenant, cloud, 'update');
      const sites =
        uses ?? (await credentials.countSites(trx, { tenant, cloud }));
      if (present && present.account !== validated.account && sites > 0) {
        throw new ConflictError(
          `${countOf(sites)} made in account ${present.account}, and these credentials are of account ${validated.account}. Enter credentials of the same account, or delete the sites first.`,
        );
      }
      const saved = await credentials.save(
        trx,
        {
          ...validated,
          tenant,
          cloud,
          credentialId: newId('cred'),
          kind: input.kind,
          name: input.name.trim(),
          updatedBy: options.by,
        },
        keys,
      );
      await audit.credentialSet(trx, { before: present, after: saved });
      return saved;
    });
  }

  /**
   * Sees to it that there is none.
   *
   * @throws NotFoundError when there is no such customer, ConflictError while
   *   sites were made with it
   */
  async removeCredential(tenant: string, cloud: string): Promise<void> {
    await this.assertKnown(tenant);
    assertTaken(cloud);
    const uses = await this.countBusinessSites(tenant, cloud);
    const { audit, credentials, database } = this.deps;
    await database.transaction(tenant, async trx => {
      const present = await credentials.find(trx, tenant, cloud, 'update');
      if (!present) {
        return;
      }
      const sites =
        uses ?? (await credentials.countSites(trx, { tenant, cloud }));
      if (sites > 0) {
        throw new ConflictError(
          `${countOf(sites)} made with these credentials, and could neither be changed nor deleted without them. Delete the sites first, or replace the credentials.`,
        );
      }
      await credentials.remove(trx, present);
      await audit.credentialRemoved(trx, present);
    });
  }

  private async validateKey(
    input: Extract<CredentialInput, { kind: 'access-key' }>,
  ): Promise<Validated> {
    const keys = new AwsKeys(input);
    return {
      ...(await this.deps.aws.identify(keys)),
      accessKeyEnding: input.accessKeyId.slice(-4),
      keys,
    };
  }

  /**
   * The portal's own keys may be let into roles of its own account, and into
   * careless ones of others, without proof that a customer may use them. A
   * customer's role is neither.
   */
  private async validateRole(
    tenant: string,
    roleArn: string,
  ): Promise<Validated> {
    const { aws, sessions } = this.deps;
    const base = await sessions.findBase(tenant);
    const sessionName = `${tenant.slice(0, 40)}@validation`;
    if (tenant !== BUSINESS_TENANT) {
      const own = await aws.identify(base);
      if (roleArn.split(':')[4] === own.account) {
        throw new InputError(
          'This role is in the account of the hosting business. Name a role in an account of your own.',
        );
      }
      if (await aws.isOpenToAnybody(base, { roleArn, sessionName })) {
        throw new InputError(
          'The trust policy of this role asks for no external id, so that others could use it through this portal. Let it ask for the external id shown.',
        );
      }
    }
    const externalId = this.externalIdOf(tenant);
    const keys = await aws.assume(base, {
      roleArn,
      externalId,
      sessionName,
      seconds: 0,
    });
    return { ...(await aws.identify(keys)), roleArn, externalId };
  }

  /** Of the business's credential only: a customer's are counted at its own door. */
  private async countBusinessSites(
    tenant: string,
    cloud: string,
  ): Promise<number | undefined> {
    return tenant === BUSINESS_TENANT
      ? this.deps.database.acrossTenants(
          'count sites made with the credentials of the business',
          trx => this.deps.credentials.countSites(trx, { cloud }),
        )
      : undefined;
  }

  private externalIdOf(tenant: string): string {
    const digest = createHash('sha256')
      .update(JSON.stringify([this.deps.portalUrl, tenant]))
      .digest('hex');
    return `freehold-${digest.slice(0, 32)}`;
  }

  private async assertKnown(tenant: string): Promise<void> {
    if (
      tenant !== BUSINESS_TENANT &&
      !(await this.deps.directory.findCustomer(tenant))
    ) {
      throw unknownCustomer(tenant);
    }
  }
}

function assertTaken(cloud: string): void {
  if (!needsCredential(cloud)) {
    throw new InputError(`The cloud '${cloud}' takes no credentials.`);
  }
}

function countOf(sites: number): string {
  return sites === 1 ? 'One site was' : `${sites} sites were`;
}
