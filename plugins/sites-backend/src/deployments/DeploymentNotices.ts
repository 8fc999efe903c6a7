import type { DeploymentKind } from '@freehold/plugin-sites-common';
import {
  BUSINESS_TENANT,
  type NotificationTopic,
} from '@freehold/plugin-tenancy-common';
import type {
  NotificationMessage,
  Outbox,
  TenantDirectory,
  TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import { randomUUID } from 'node:crypto';
import type { Deployment } from '../domain/Deployment';

const succeededWords: Record<DeploymentKind, string> = {
  apply: 'is deployed',
  destroy: 'was deleted',
  check: 'was checked',
  accept: 'was accepted as it is',
};

/**
 * Tells people what happens to deployments that concern them: who began one
 * and the customer's owners and admins, and operators where they are asked.
 * Call it in the transaction that makes it true.
 */
export class DeploymentNotices {
  static create(options: {
    outbox: Pick<Outbox, 'put'>;
    directory: Pick<TenantDirectory, 'findMembersWithRoles'>;
  }): DeploymentNotices {
    return new DeploymentNotices(options.outbox, options.directory);
  }

  private constructor(
    private readonly outbox: Pick<Outbox, 'put'>,
    private readonly directory: Pick<TenantDirectory, 'findMembersWithRoles'>,
  ) {}

  async succeeded(
    trx: TenantTransaction,
    deployment: Deployment,
  ): Promise<void> {
    const { kind, desired } = deployment;
    await this.tellCustomer(trx, deployment, {
      topic: 'deployment-succeeded',
      title: `${desired.title} ${succeededWords[kind]}`,
      severity: 'low',
    });
  }

  async failed(trx: TenantTransaction, deployment: Deployment): Promise<void> {
    const { desired, failure } = deployment;
    await this.tellCustomer(trx, deployment, {
      topic: 'deployment-failed',
      title: `The deployment of ${desired.title} failed`,
      description: failure?.message,
      severity: 'high',
    });
  }

  async approvalAsked(
    trx: TenantTransaction,
    deployment: Deployment,
  ): Promise<void> {
    const { tenant, desired } = deployment;
    const operators = await this.refsOf(BUSINESS_TENANT, ['operator']);
    await this.tell(trx, deployment, operators, {
      topic: 'approval-asked',
      title: `The deployment of ${desired.title} waits for approval`,
      description: `Customer ${tenant}`,
    });
  }

  async decided(
    trx: TenantTransaction,
    deployment: Deployment,
    decision: { isApproved: boolean; reason?: string },
  ): Promise<void> {
    const { desired } = deployment;
    await this.tellCustomer(trx, deployment, {
      topic: 'approval-decided',
      title: decision.isApproved
        ? `The deployment of ${desired.title} was approved`
        : `The deployment of ${desired.title} was rejected`,
      description: decision.reason,
      severity: decision.isApproved ? 'normal' : 'high',
    });
  }

  /** Once for a finding, however often it is seen again. */
  async driftFound(trx: TenantTransaction, check: Deployment): Promise<void> {
    const { tenant, siteId, desired, plan } = check;
    const managers = await this.refsOf(tenant, ['owner', 'admin']);
    const operators = await this.refsOf(BUSINESS_TENANT, ['operator']);
    const count = plan?.changes.length ?? 0;
    await this.tell(trx, check, [...managers, ...operators], {
      topic: 'drift-found',
      title: `${desired.title} was changed outside of the portal`,
      description:
        count === 1
          ? 'One of its parts is not what was ordered.'
          : `${count} of its parts are not what was ordered.`,
      severity: 'normal',
      link: `/sites/${tenant}/${siteId}`,
    });
  }

  private async tellCustomer(
    trx: TenantTransaction,
    deployment: Deployment,
    notice: Notice,
  ): Promise<void> {
    const managers = await this.refsOf(deployment.tenant, ['owner', 'admin']);
    await this.tell(
      trx,
      deployment,
      [deployment.requestedBy, ...managers],
      notice,
    );
  }

  private async tell(
    trx: TenantTransaction,
    { tenant, deploymentId }: Deployment,
    recipients: string[],
    notice: Notice,
  ): Promise<void> {
    await this.outbox.put(trx, {
      kind: 'notification',
      id: randomUUID(),
      tenant,
      // Plugins begin deployments too, but read nothing.
      recipients: [...new Set(recipients)].filter(ref =>
        ref.startsWith('user:'),
      ),
      link: `/sites/${tenant}/deployments/${deploymentId}`,
      ...notice,
    });
  }

  private async refsOf(
    ...which: Parameters<TenantDirectory['findMembersWithRoles']>
  ): Promise<string[]> {
    const members = await this.directory.findMembersWithRoles(...which);
    return members.map(({ userEntityRef }) => userEntityRef);
  }
}

type Notice = Pick<
  NotificationMessage,
  'title' | 'description' | 'severity' | 'link'
> & { topic: NotificationTopic };
