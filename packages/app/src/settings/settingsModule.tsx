import {
  createFrontendModule,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import userSettingsPlugin from '@backstage/plugin-user-settings/alpha';

// In place of the stock page, whose cards show entity refs and sign-in
// providers that the portal does not have.
const settingsPage = PageBlueprint.make({
  params: {
    path: '/settings',
    title: 'Settings',
    routeRef: userSettingsPlugin.routes.root,
    noHeader: true,
    loader: async () => {
      const { SettingsPage } = await import('./SettingsPage');
      return <SettingsPage />;
    },
  },
});

export const settingsModule = createFrontendModule({
  pluginId: 'user-settings',
  extensions: [settingsPage],
});
