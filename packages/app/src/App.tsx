import { createApp } from '@backstage/frontend-defaults';
import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { signInModule, viewingModule } from '@freehold/plugin-tenancy';
import { homePlugin } from './home/homePlugin';
import { navigationContent } from './navigation/navigationContent';
import { notificationsModule } from './notifications/notificationsModule';
import {
  crashDisplay,
  notFoundPage,
  pageLayout,
  progress,
} from './overrides/components';
import { catalogPages } from './overrides/catalogPages';
import { orderPages } from './overrides/orderPages';
import { catalogTexts } from './overrides/stockTexts';
import { searchPlugin } from './search/searchPlugin';
import { settingsModule } from './settings/settingsModule';
import { darkTheme, lightTheme } from './theme/themes';

const shellModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    lightTheme,
    darkTheme,
    navigationContent,
    notFoundPage,
    crashDisplay,
    progress,
    pageLayout,
    catalogTexts,
  ],
});

export default createApp({
  features: [
    signInModule,
    viewingModule,
    shellModule,
    homePlugin,
    searchPlugin,
    notificationsModule,
    settingsModule,
    catalogPages,
    orderPages,
  ],
});
