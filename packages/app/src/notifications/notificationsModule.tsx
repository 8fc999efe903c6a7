import {
  createFrontendModule,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import notificationsPlugin from '@backstage/plugin-notifications/alpha';

// In place of the stock page, which offers filters by severity and origin.
const notificationsPage = PageBlueprint.make({
  params: {
    path: '/notifications',
    title: 'Notifications',
    routeRef: notificationsPlugin.routes.root,
    noHeader: true,
    loader: async () => {
      const { NotificationsPage } =
        await import('./components/NotificationsPage');
      return <NotificationsPage />;
    },
  },
});

export const notificationsModule = createFrontendModule({
  pluginId: 'notifications',
  extensions: [notificationsPage],
});
