import type { CatalogEntity } from './hooks/useCatalogEntities';

/** What people call an entity. */
export function titleOf({ metadata, spec }: CatalogEntity): string {
  const profile = spec?.profile as { displayName?: string } | undefined;
  return metadata.title ?? profile?.displayName ?? metadata.name;
}

export function namespaceOf({ metadata }: CatalogEntity): string {
  return metadata.namespace ?? 'default';
}

/** The address of an entity's page. */
export function pathOf(entity: CatalogEntity): string {
  const { kind, metadata } = entity;
  return `/catalog/${namespaceOf(entity)}/${kind.toLowerCase()}/${metadata.name}`;
}

export function typeOf({ spec }: CatalogEntity): string | undefined {
  return spec?.type === undefined ? undefined : String(spec.type);
}
