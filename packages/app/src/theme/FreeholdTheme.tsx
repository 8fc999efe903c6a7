import './controls.css';
import { UnifiedThemeProvider, type UnifiedTheme } from '@backstage/theme';
import { useLayoutEffect, type ReactNode } from 'react';
import type { Colors } from './colors';
import { uiTokens } from './uiTokens';

/** Applies one mode's colours to @backstage/ui and Material UI alike. */
export function FreeholdTheme(props: {
  mode: 'light' | 'dark';
  colors: Colors;
  theme: UnifiedTheme;
  children: ReactNode;
}) {
  const { mode, colors, theme, children } = props;
  useLayoutEffect(() => {
    // On the body, where @backstage/ui sets its own values by theme mode, and
    // where dialogs and menus are rendered.
    const { style } = document.body;
    for (const [token, value] of Object.entries(uiTokens(colors))) {
      style.setProperty(token, value);
    }
    style.setProperty('color-scheme', mode);
  }, [mode, colors]);
  return <UnifiedThemeProvider theme={theme}>{children}</UnifiedThemeProvider>;
}
