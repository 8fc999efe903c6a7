import type { Session } from '../http/Session.ts';
import type { Database } from '../portal/Database.ts';
import type { ResourcePermission } from './World.ts';

/**
 * Every key of a customer's entities, in the catalog's words: paths of fields,
 * `metadata.labels.x`, `relations.ownedBy`.
 */
export async function catalogKeys(
  operator: Session,
  namespace: string,
): Promise<string[]> {
  const entities: Record<string, any>[] = await operator.json({
    path: `/api/catalog/entities?filter=metadata.namespace=${namespace}`,
  });
  const keys = new Set<string>();
  for (const { relations = [], ...entity } of entities) {
    collectKeys(entity, '', keys);
    for (const { type } of relations) {
      keys.add(`relations.${type}`);
    }
  }
  return [...keys].sort();
}

function collectKeys(value: unknown, path: string, keys: Set<string>): void {
  if (Array.isArray(value)) {
    value.forEach(each => collectKeys(each, path, keys));
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      collectKeys(inner, path ? `${path}.${key}` : key, keys);
    }
  } else if (path) {
    keys.add(path);
  }
}

/** Plugins whose permissions are about resources that one can name. */
const pluginsWithResources = ['catalog', 'scaffolder', 'sites', 'tenancy'];

/** What the policy can be asked about, as the plugins themselves declare it. */
export async function resourcePermissions(
  operator: Session,
): Promise<ResourcePermission[]> {
  const found: ResourcePermission[] = [];
  for (const plugin of pluginsWithResources) {
    const { permissions = [] } = await operator.json({
      path: `/api/${plugin}/.well-known/backstage/permissions/metadata`,
    });
    found.push(
      ...permissions.filter(
        (permission: { type: string }) => permission.type === 'resource',
      ),
    );
  }
  return found;
}

export async function searchTypes(database: Database): Promise<string[]> {
  const { rows } = await database.pool.query<{ type: string }>(
    'select distinct type from search.documents order by type',
  );
  return rows.map(({ type }) => type);
}
