import { createApp } from '@backstage/frontend-defaults';
import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { signInModule } from '@freehold/plugin-tenancy';
import { homePlugin } from './home/homePlugin';
import { navigationContent } from './navigation/navigationContent';
import { crashDisplay, notFoundPage, progress } from './overrides/components';
import { staffOnlyCatalog } from './overrides/staffOnlyCatalog';
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
  ],
});

export default createApp({
  features: [
    signInModule,
    shellModule,
    homePlugin,
    settingsModule,
    staffOnlyCatalog,
  ],
});
