import {
  coreExtensionData,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import type { ReactNode } from 'react';
import { Navigate, Route, Routes } from 'react-router-dom';
import { ORDER_PATH } from '../navigation/entries';
import { FrameContext } from './frame';

// There is one thing to order, and what became of orders is among the sites:
// the scaffolder's own lists of templates and tasks would only be in the way.
const page = scaffolderPlugin.getExtension('page:scaffolder').override({
  factory(originalFactory) {
    const original = originalFactory();
    return [
      ...original,
      coreExtensionData.reactElement(
        <FrameContext.Provider value={{ hasSubPageTabs: false }}>
          {original.get(coreExtensionData.reactElement)}
        </FrameContext.Provider>,
      ),
    ];
  },
});

/** A sub-page of the scaffolder whose own list is passed over for another. */
function withoutIndex(
  id: 'sub-page:scaffolder/templates' | 'sub-page:scaffolder/tasks',
  to: string,
) {
  return scaffolderPlugin.getExtension(id).override({
    factory(originalFactory) {
      const original = originalFactory();
      return [
        ...original,
        coreExtensionData.reactElement(
          <WithoutIndex to={to}>
            {original.get(coreExtensionData.reactElement)}
          </WithoutIndex>,
        ),
      ];
    },
  });
}

function WithoutIndex(props: { to: string; children: ReactNode }) {
  return (
    <Routes>
      <Route index element={<Navigate to={props.to} replace />} />
      <Route path="*" element={props.children} />
    </Routes>
  );
}

/** The order form and the page of an order under way. */
export const orderPages = createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [
    page,
    withoutIndex('sub-page:scaffolder/templates', ORDER_PATH),
    withoutIndex('sub-page:scaffolder/tasks', '/sites'),
  ],
});
