import type { SearchResultSet } from '@backstage/plugin-search-common';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';

/** What can be found, and the kind of entity it is. */
export const hitKinds = {
  site: 'Component',
  customer: 'Group',
  member: 'User',
  template: 'Template',
} as const;

export type HitKind = keyof typeof hitKinds | 'other';

/** Something that was found, as people know it. */
export interface Hit {
  key: string;
  kind: HitKind;
  title: string;
  text: string;
  href: string;
  /** The customer it belongs to. */
  tenant?: string;
}

/** A document of the catalog's collator. */
interface CatalogDocument {
  title: string;
  text: string;
  location: string;
  kind?: string;
  namespace?: string;
}

export function toHits(
  { results }: SearchResultSet,
  options: { isStaff: boolean },
): Hit[] {
  return results.map(({ document }) =>
    toHit(document as CatalogDocument, options),
  );
}

function toHit(
  { title, text, location, kind = '', namespace }: CatalogDocument,
  { isStaff }: { isStaff: boolean },
): Hit {
  const tenant = namespace === BUSINESS_TENANT ? undefined : namespace;
  const found = kindOf(kind, tenant);
  return {
    key: location,
    kind: found,
    title,
    // Groups and users carry their own name as text.
    text: text === title ? '' : text.replace(`${title} : `, ''),
    href: hrefOf(found, { location, title, tenant, isStaff }),
    tenant,
  };
}

function kindOf(kind: string, tenant: string | undefined): HitKind {
  if (kind === hitKinds.template) return 'template';
  if (!tenant) return 'other';
  const [found = 'other'] = Object.entries(hitKinds).flatMap(
    ([name, entityKind]) => (entityKind === kind ? [name as HitKind] : []),
  );
  return found;
}

function hrefOf(
  kind: HitKind,
  hit: {
    location: string;
    title: string;
    tenant?: string;
    isStaff: boolean;
  },
): string {
  const search = encodeURIComponent(hit.title);
  switch (kind) {
    case 'template':
      // As the catalog's page of it, `/catalog/<namespace>/template/<name>`.
      return hit.location.replace(
        /^\/catalog\/([^/]+)\/template\//,
        '/create/templates/$1/',
      );
    case 'customer':
      return hit.isStaff ? `/customers/${hit.tenant}` : '/members';
    case 'member':
      return hit.isStaff
        ? `/customers/${hit.tenant}?search=${search}`
        : `/members?search=${search}`;
    default:
      return hit.location;
  }
}
