import {
  coreExtensionData,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { RequirePermission } from '@backstage/plugin-permission-react';
import { customerListPermission } from '@freehold/plugin-tenancy-common';

// The page stays in the app for everyone, since entity pages resolve links to
// it; to customers it answers as an address that does not exist.
const indexPage = catalogPlugin.getExtension('page:catalog').override({
  factory(originalFactory) {
    const page = originalFactory();
    return [
      ...page,
      coreExtensionData.reactElement(
        <RequirePermission permission={customerListPermission}>
          {page.get(coreExtensionData.reactElement)}
        </RequirePermission>,
      ),
    ];
  },
});

// Entities bring a heading of their own.
const entityPage = catalogPlugin
  .getExtension('page:catalog/entity')
  .override({ params: { noHeader: true } });

/** The catalog for staff only; the pages of what is in it for everyone. */
export const catalogPages = createFrontendModule({
  pluginId: 'catalog',
  extensions: [indexPage, entityPage],
});
