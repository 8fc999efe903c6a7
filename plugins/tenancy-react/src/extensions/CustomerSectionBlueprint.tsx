import {
  createExtensionBlueprint,
  createExtensionDataRef,
  ExtensionBoundary,
} from '@backstage/frontend-plugin-api';
import type { JSX } from 'react';

/** A part of the page where staff look after a customer, by its slug. */
export type CustomerSection = (props: { customer: string }) => JSX.Element;

export const customerSectionDataRef =
  createExtensionDataRef<CustomerSection>().with({
    id: 'tenancy.customer-section',
  });

/**
 * Adds a part to the page where staff look after a customer, for plugins that
 * know something about customers.
 */
export const CustomerSectionBlueprint = createExtensionBlueprint({
  kind: 'customer-section',
  attachTo: { id: 'page:tenancy/customers', input: 'sections' },
  output: [customerSectionDataRef],
  factory(params: { loader: () => Promise<CustomerSection> }, { node }) {
    return [
      customerSectionDataRef(
        ExtensionBoundary.lazyComponent(node, params.loader),
      ),
    ];
  },
});
