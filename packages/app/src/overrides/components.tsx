import {
  ErrorDisplay,
  NotFoundErrorPage,
  Progress,
} from '@backstage/frontend-plugin-api';
import { SwappableComponentBlueprint } from '@backstage/plugin-app-react';
import { CrashDisplay } from './CrashDisplay';
import { LoadingPage } from './LoadingPage';
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

export const progress = SwappableComponentBlueprint.make({
  name: 'core-progress',
  params: define => define({ component: Progress, loader: () => LoadingPage }),
});
