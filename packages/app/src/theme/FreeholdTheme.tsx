import './controls.css';
import { UnifiedThemeProvider } from '@backstage/theme';
import { useLayoutEffect, type ReactNode } from 'react';
import { darkColors, lightColors } from './colors';
import { createMuiTheme } from './muiTheme';
import { uiTokens } from './uiTokens';
import { useThemeMode } from './useThemeMode';

const themes = {
  light: { colors: lightColors, mui: createMuiTheme('light', lightColors) },
  dark: { colors: darkColors, mui: createMuiTheme('dark', darkColors) },
};

/**
 * Applies a mode's colours to @backstage/ui and Material UI alike. Both themes
 * have this one provider: with one each, the whole app would be mounted anew
 * when evening falls, and a form half filled in would be empty again.
 */
export function FreeholdTheme(props: { children: ReactNode }) {
  const mode = useThemeMode();
  const { colors, mui } = themes[mode];
  useLayoutEffect(() => {
    // On the body, where @backstage/ui sets its own values by theme mode, and
    // where dialogs and menus are rendered.
    const { style } = document.body;
    for (const [token, value] of Object.entries(uiTokens(colors))) {
      style.setProperty(token, value);
    }
    style.setProperty('color-scheme', mode);
  }, [mode, colors]);
  return (
    <UnifiedThemeProvider theme={mui}>{props.children}</UnifiedThemeProvider>
  );
}
