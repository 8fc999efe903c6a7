import {
  BUSINESS_TENANT,
  memberRoles,
  staffRoles,
  type Role,
} from '@freehold/plugin-tenancy-common';
import {
  decideByRole,
  findGrant,
  grants,
  type Grant,
  type Membership,
  type Reach,
  type TenantDatabase,
} from '@freehold/plugin-tenancy-node';
import { listNamesByRole } from '../database/membersStore';
import type { AccessExplanation, RoleTable } from '../domain/types';

const reachNames: Record<Reach, AccessExplanation['reach']> = {
  everything: 'everything',
  'own tenant': 'own-tenant',
  'own and public entities': 'public-entities',
  'own tasks': 'own-tasks',
  ordering: 'ordering',
};

/** Tells people what roles are for, by the table that the policy decides by. */
export class AccessService {
  static create(options: { database: TenantDatabase }): AccessService {
    return new AccessService(options.database);
  }

  private constructor(private readonly database: TenantDatabase) {}

  /** Customers are told nothing of the roles of staff, nor of what only they do. */
  listRoles(reader: Membership): RoleTable {
    return {
      memberRoles: [...memberRoles],
      staffRoles: reader.kind === 'staff' ? [...staffRoles] : [],
      actions: grants
        .filter(
          grant => reader.kind === 'staff' || rolesToldTo(reader, grant).length,
        )
        .map(grant => ({
          action: grant.action,
          group: grant.group,
          title: grant.title,
          description: grant.description,
          effect: grant.effect,
          roles: rolesToldTo(reader, grant),
        })),
    };
  }

  /**
   * Decides as the policy does. Nothing is looked up about the object, so the
   * answer is the same whether it exists or not.
   *
   * @param object - a customer's slug, or `slug/id`; the reader's by default
   */
  async explainAccess(
    reader: Membership,
    action: string,
    object?: string,
  ): Promise<AccessExplanation> {
    const grant = findGrant(action);
    const isKnown =
      grant && (reader.kind === 'staff' || rolesToldTo(reader, grant).length);
    const common = { action, object, role: reader.role };
    if (!isKnown) {
      const rule = 'unknown-action' as const;
      return { ...common, allowed: false, rule, roles: [], givenBy: [] };
    }
    const decision = decideByRole(action, reader);
    const roles = rolesToldTo(reader, grant);
    const told = { ...common, title: grant.title, roles };
    if (!decision.allowed) {
      return {
        ...told,
        allowed: false,
        rule:
          decision.because === 'viewing' ? 'viewing-only-reads' : 'role-lacks',
        givenBy:
          decision.because === 'role'
            ? await this.findGivers(reader, roles)
            : [],
      };
    }
    const reach = reachNames[decision.reach];
    return isWithin(decision.reach, reader, object)
      ? { ...told, reach, allowed: true, rule: 'role-includes', givenBy: [] }
      : { ...told, reach, allowed: false, rule: 'not-yours', givenBy: [] };
  }

  /** Admins make nobody owner, so owners alone give what owners alone have. */
  private async findGivers(
    reader: Membership,
    roles: readonly Role[],
  ): Promise<string[]> {
    const isOwnersOnly = roles.every(role => role === 'owner');
    const givers: Role[] =
      reader.kind === 'staff'
        ? ['operator']
        : ['owner', ...(isOwnersOnly ? [] : (['admin'] as const))];
    const tenant = reader.kind === 'staff' ? BUSINESS_TENANT : reader.tenant;
    return this.database.transaction(tenant, trx =>
      listNamesByRole(trx, tenant, givers),
    );
  }
}

function rolesToldTo(reader: Membership, grant: Grant): Role[] {
  return reader.kind === 'staff'
    ? [...grant.members, ...grant.staff]
    : [...grant.members];
}

function isWithin(
  reach: Reach,
  reader: Membership,
  object: string | undefined,
): boolean {
  return (
    object === undefined ||
    reader.kind === 'staff' ||
    reach === 'everything' ||
    object.split('/')[0] === reader.tenant
  );
}
