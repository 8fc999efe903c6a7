import {
  appThemeApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Radio, RadioGroup } from '@backstage/ui';
import useObservable from 'react-use/esm/useObservable';
import { useMemo } from 'react';
import { appTranslationRef } from '../translation';

const SYSTEM = 'system';

/** Light, dark, or as the reader's system has it. Kept in this browser. */
export function ThemeChoice() {
  const { t } = useTranslationRef(appTranslationRef);
  const themeApi = useApi(appThemeApiRef);
  const activeId$ = useMemo(() => themeApi.activeThemeId$(), [themeApi]);
  const activeId = useObservable(activeId$, themeApi.getActiveThemeId());
  return (
    <RadioGroup
      label={t('settings.theme')}
      orientation="horizontal"
      value={activeId ?? SYSTEM}
      onChange={id => themeApi.setActiveThemeId(id === SYSTEM ? undefined : id)}
    >
      <Radio value={SYSTEM}>{t('settings.systemTheme')}</Radio>
      <Radio value="light">{t('settings.lightTheme')}</Radio>
      <Radio value="dark">{t('settings.darkTheme')}</Radio>
    </RadioGroup>
  );
}
