import type { NotificationRecipientResolver } from '@backstage/plugin-notifications-node';
import type { TenantDirectory } from '@freehold/plugin-tenancy-node';

/**
 * Lets a notification reach people who are named one by one and may sign in
 * right now. Groups are left out: Backstage's own resolver would follow them to
 * their child groups, and so across customers.
 */
export class TenantRecipients implements NotificationRecipientResolver {
  static create(
    directory: Pick<TenantDirectory, 'findMembership'>,
  ): TenantRecipients {
    return new TenantRecipients(directory);
  }

  private constructor(
    private readonly directory: Pick<TenantDirectory, 'findMembership'>,
  ) {}

  async resolveNotificationRecipients(options: {
    entityRefs: string[];
    excludedEntityRefs?: string[];
  }): Promise<{ userEntityRefs: string[] }> {
    const { entityRefs, excludedEntityRefs = [] } = options;
    const named = [...new Set(entityRefs)].filter(
      ref => ref.startsWith('user:') && !excludedEntityRefs.includes(ref),
    );
    const memberships = await Promise.all(
      named.map(ref => this.directory.findMembership(ref)),
    );
    return {
      userEntityRefs: memberships.flatMap(
        membership => membership?.userEntityRef ?? [],
      ),
    };
  }
}
