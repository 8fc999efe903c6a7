import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { AppRootWrapperBlueprint } from '@backstage/plugin-app-react';
import { ViewingFrame } from './ViewingFrame';

const viewingFrame = AppRootWrapperBlueprint.make({
  name: 'viewing',
  params: { component: ViewingFrame },
});

/** Tells staff on each page that they view as a customer. */
export const viewingModule = createFrontendModule({
  pluginId: 'app',
  extensions: [viewingFrame],
});
