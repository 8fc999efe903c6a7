import {
  ErrorDisplay,
  NotFoundErrorPage,
} from '@backstage/frontend-plugin-api';
import { SwappableComponentBlueprint } from '@backstage/plugin-app-react';
import { CrashDisplay } from './CrashDisplay';
import { NotFound } from './NotFound';

// Named as the stock components, so that these replace them.
export const notFoundPage = SwappableComponentBlueprint.make({
  name: 'core-not-found-error-page',
  params: define =>
    define({ component: NotFoundErrorPage, loader: () => NotFound }),
});

export const crashDisplay = SwappableComponentBlueprint.make({
  name: 'core-error-display',
  params: define =>
    define({ component: ErrorDisplay, loader: () => CrashDisplay }),
});
