import { appThemeApiRef, useApi } from '@backstage/frontend-plugin-api';
import useMedia from 'react-use/esm/useMedia';
import useObservable from 'react-use/esm/useObservable';

/** The chosen mode, or the system's where none was chosen. */
export function useThemeMode(): 'light' | 'dark' {
  const api = useApi(appThemeApiRef);
  const chosen = useObservable(api.activeThemeId$(), api.getActiveThemeId());
  const isDarkOutside = useMedia('(prefers-color-scheme: dark)');
  const theme = api.getInstalledThemes().find(({ id }) => id === chosen);
  return theme?.variant ?? (isDarkOutside ? 'dark' : 'light');
}
