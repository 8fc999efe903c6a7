import {
  coreExtensionData,
  createFrontendModule,
  ExtensionBoundary,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { RequirePermission } from '@backstage/plugin-permission-react';
import { customerListPermission } from '@freehold/plugin-tenancy-common';
import { EntityOrNotFound } from '../catalog/components/EntityOrNotFound';

// The page stays in the app for everyone, since entity pages resolve links to
// it; to customers it answers as an address that does not exist. What it shows
// is ours: the stock table nests a button in each of its column heads.
const indexPage = catalogPlugin.getExtension('page:catalog').override({
  factory(originalFactory, { node }) {
    return [
      ...originalFactory(),
      coreExtensionData.reactElement(
        <RequirePermission permission={customerListPermission}>
          {ExtensionBoundary.lazy(node, async () => {
            const { CatalogPage } =
              await import('../catalog/components/CatalogPage');
            return <CatalogPage />;
          })}
        </RequirePermission>,
      ),
    ];
  },
});

// Entities bring a heading of their own.
const entityPage = catalogPlugin.getExtension('page:catalog/entity').override({
  factory(originalFactory) {
    const original = originalFactory({ params: { noHeader: true } });
    return [
      ...original,
      coreExtensionData.reactElement(
        <EntityOrNotFound>
          {original.get(coreExtensionData.reactElement)}
        </EntityOrNotFound>,
      ),
    ];
  },
});

/** The catalog for staff only; the pages of what is in it for everyone. */
export const catalogPages = createFrontendModule({
  pluginId: 'catalog',
  extensions: [indexPage, entityPage],
});
