import {
  DEFAULT_NAMESPACE,
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import type {
  CatalogProcessor,
  CatalogProcessorEmit,
  LocationSpec,
} from '@backstage/plugin-catalog-node';
import type { JsonValue } from '@backstage/types';
import { LOCATION_TYPE } from '../entities';

/** Fields of `spec` that the catalog makes relations of. */
const REFERENCE_FIELDS = [
  'children',
  'consumesApis',
  'dependencyOf',
  'dependsOn',
  'domain',
  'memberOf',
  'members',
  'owner',
  'parent',
  'providesApis',
  'subcomponentOf',
  'subdomainOf',
  'system',
] as const;

/**
 * Keeps namespaces apart. A relation shows at both of its ends, by name, even
 * to readers who may not see the other end; so none may cross from one
 * namespace into another. And only this module fills the namespaces of
 * customers.
 */
export class TenantNamespaceProcessor implements CatalogProcessor {
  getProcessorName(): string {
    return 'TenantNamespaceProcessor';
  }

  /** After processors that fill in fields, such as placeholders. */
  getPriority(): number {
    return 100;
  }

  async preProcessEntity(
    entity: Entity,
    location: LocationSpec,
    _emit: CatalogProcessorEmit,
    originLocation: LocationSpec,
  ): Promise<Entity> {
    const { namespace = DEFAULT_NAMESPACE } = entity.metadata;
    const isOurs = [location, originLocation].every(
      ({ type }) => type === LOCATION_TYPE,
    );
    if (namespace !== DEFAULT_NAMESPACE && !isOurs) {
      throw new NotAllowedError(
        `${stringifyEntityRef(entity)} is in a customer's namespace, which only the portal itself fills; use the namespace '${DEFAULT_NAMESPACE}'`,
      );
    }
    for (const reference of referencesOf(entity)) {
      refuseForeign(entity, reference, namespace);
    }
    return entity;
  }
}

function referencesOf(entity: Entity): string[] {
  return REFERENCE_FIELDS.flatMap<JsonValue | undefined>(
    field => entity.spec?.[field],
  ).filter(value => typeof value === 'string');
}

function refuseForeign(
  entity: Entity,
  reference: string,
  namespace: string,
): void {
  const target = parseEntityRef(reference, {
    // Which kind it would be does not matter here.
    defaultKind: 'any',
    defaultNamespace: namespace,
  });
  const isSame =
    target.namespace.toLocaleLowerCase('en-US') ===
    namespace.toLocaleLowerCase('en-US');
  if (!isSame) {
    throw new NotAllowedError(
      `${stringifyEntityRef(entity)} refers to '${reference}' in another namespace; relations may not leave a namespace`,
    );
  }
}
