import { NavContentBlueprint } from '@backstage/plugin-app-react';
import { Navigation } from './Navigation';

export const navigationContent = NavContentBlueprint.make({
  params: { component: Navigation },
});
