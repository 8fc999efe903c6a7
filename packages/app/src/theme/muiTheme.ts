import {
  createUnifiedTheme,
  palettes,
  type UnifiedTheme,
} from '@backstage/theme';
import type { Colors } from './colors';

const FONT =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

/** The theme of Material UI pages (catalog, scaffolder), from our colours. */
export function createMuiTheme(
  mode: 'light' | 'dark',
  colors: Colors,
): UnifiedTheme {
  const plainPage = {
    colors: [colors.paper],
    shape: 'none',
    backgroundImage: 'none',
    fontColor: colors.ink,
  };
  return createUnifiedTheme({
    fontFamily: FONT,
    typography: {
      htmlFontSize: 16,
      fontFamily: FONT,
      h1: { fontSize: 32, fontWeight: 650, marginBottom: 8 },
      h2: { fontSize: 24, fontWeight: 650, marginBottom: 8 },
      h3: { fontSize: 24, fontWeight: 650, marginBottom: 6 },
      h4: { fontSize: 20, fontWeight: 650, marginBottom: 6 },
      h5: { fontSize: 20, fontWeight: 600, marginBottom: 4 },
      h6: { fontSize: 16, fontWeight: 600, marginBottom: 4 },
    },
    palette: {
      ...palettes[mode],
      primary: { main: colors.accent, contrastText: colors.onAccent },
      secondary: { main: colors.accent, contrastText: colors.onAccent },
      error: { main: colors.bad.text },
      warning: { main: colors.attention.text },
      success: { main: colors.good.text },
      info: { main: colors.info.text },
      background: { default: colors.paper, paper: colors.raised },
      text: { primary: colors.ink, secondary: colors.quiet },
      divider: colors.line,
      border: colors.line,
      textContrast: colors.ink,
      textSubtle: colors.quiet,
      textVerySubtle: colors.line,
      link: colors.accent,
      linkHover: colors.accentHover,
      errorText: colors.bad.onBackground,
      errorBackground: colors.bad.background,
      warningText: colors.attention.onBackground,
      warningBackground: colors.attention.background,
      infoText: colors.info.onBackground,
      infoBackground: colors.info.background,
      tabbar: { indicator: colors.accent },
      status: {
        ok: colors.good.text,
        warning: colors.attention.text,
        error: colors.bad.text,
        running: colors.info.text,
        pending: colors.attention.text,
        aborted: colors.quiet,
      },
    },
    defaultPageTheme: 'home',
    pageTheme: Object.fromEntries(
      [
        'home',
        'documentation',
        'tool',
        'service',
        'website',
        'library',
        'other',
        'app',
        'apis',
        'card',
      ].map(name => [name, plainPage]),
    ),
    components: {
      BackstageHeader: {
        styleOverrides: {
          header: {
            boxShadow: 'none',
            backgroundColor: colors.paper,
            borderBottom: `1px solid ${colors.line}`,
          },
        },
      },
      MuiPaper: {
        styleOverrides: {
          rounded: { borderRadius: 8 },
          elevation1: {
            boxShadow: 'none',
            border: `1px solid ${colors.line}`,
          },
          elevation2: {
            boxShadow: 'none',
            border: `1px solid ${colors.line}`,
          },
        },
      },
      BackstageTemplateStepper: {
        styleOverrides: {
          // What is wrong with a step stands above its fields, not on them.
          formWrapper: { '& form > .MuiPaper-root': { marginBottom: 24 } },
        },
      },
      MuiButton: {
        styleOverrides: {
          root: { textTransform: 'none', borderRadius: 6, fontWeight: 600 },
          contained: { boxShadow: 'none' },
        },
      },
      MuiChip: { styleOverrides: { root: { marginBottom: 0 } } },
      MuiTab: { styleOverrides: { root: { textTransform: 'none' } } },
    },
  });
}
