import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
} from '@backstage/catalog-model';
import {
  SITE_ID_ANNOTATION,
  type SitesComponents,
} from '@freehold/plugin-sites-common';
import {
  BUSINESS_TENANT,
  CUSTOMER_GROUP_TYPE,
  customerGroupRef,
  TIER_ANNOTATION,
  type TenancyComponents,
} from '@freehold/plugin-tenancy-common';

export type Customer = TenancyComponents['schemas']['Customer'];
export type Person = TenancyComponents['schemas']['Person'];
export type Site = SitesComponents['schemas']['Site'];

/** Type of the location that everything of this module claims to be from. */
export const LOCATION_TYPE = 'tenancy';

/** Name of the Group of the hosting business's own people. */
export const STAFF_GROUP = 'staff';

export function toCustomerGroup(customer: Customer): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: {
      namespace: customer.slug,
      name: customer.slug,
      title: customer.name,
      annotations: {
        ...locationOf(customer.slug),
        [TIER_ANNOTATION]: customer.tier,
      },
    },
    spec: {
      type: CUSTOMER_GROUP_TYPE,
      profile: { displayName: customer.name },
      children: [],
    },
  };
}

export function toStaffGroup(businessName: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: {
      namespace: BUSINESS_TENANT,
      name: STAFF_GROUP,
      title: `Staff of ${businessName}`,
      annotations: locationOf(BUSINESS_TENANT),
    },
    spec: { type: 'team', children: [] },
  };
}

export function toUser(person: Person): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: {
      namespace: person.tenant,
      name: person.name,
      title: person.displayName,
      annotations: locationOf(person.tenant),
    },
    spec: {
      profile: { displayName: person.displayName, email: person.email },
      memberOf: [
        person.tenant === BUSINESS_TENANT
          ? `group:${BUSINESS_TENANT}/${STAFF_GROUP}`
          : customerGroupRef(person.tenant),
      ],
    },
  };
}

export function toComponent(site: Site): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      namespace: site.customer,
      name: site.name,
      title: site.title,
      annotations: {
        ...locationOf(site.customer),
        [SITE_ID_ANNOTATION]: site.siteId,
      },
      ...(site.url && {
        links: [{ url: site.url, title: 'Open the site', type: 'website' }],
      }),
    },
    spec: {
      type: site.product,
      lifecycle: site.state,
      owner: customerGroupRef(site.customer),
    },
  };
}

function locationOf(tenant: string): Record<string, string> {
  const location = `${LOCATION_TYPE}:${tenant}`;
  return {
    [ANNOTATION_LOCATION]: location,
    [ANNOTATION_ORIGIN_LOCATION]: location,
  };
}
