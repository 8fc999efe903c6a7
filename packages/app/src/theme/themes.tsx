import { ThemeBlueprint } from '@backstage/plugin-app-react';
import { RiMoonLine, RiSunLine } from '@remixicon/react';
import { darkColors, lightColors } from './colors';
import { FreeholdTheme } from './FreeholdTheme';
import { createMuiTheme } from './muiTheme';

const lightMuiTheme = createMuiTheme('light', lightColors);
const darkMuiTheme = createMuiTheme('dark', darkColors);

// The names are those of the stock themes, so that these replace them.
export const lightTheme = ThemeBlueprint.make({
  name: 'light',
  params: {
    theme: {
      id: 'light',
      title: 'Light',
      variant: 'light',
      icon: <RiSunLine />,
      Provider: ({ children }) => (
        <FreeholdTheme
          mode="light"
          colors={lightColors}
          theme={lightMuiTheme}
          children={children}
        />
      ),
    },
  },
});

export const darkTheme = ThemeBlueprint.make({
  name: 'dark',
  params: {
    theme: {
      id: 'dark',
      title: 'Dark',
      variant: 'dark',
      icon: <RiMoonLine />,
      Provider: ({ children }) => (
        <FreeholdTheme
          mode="dark"
          colors={darkColors}
          theme={darkMuiTheme}
          children={children}
        />
      ),
    },
  },
});
