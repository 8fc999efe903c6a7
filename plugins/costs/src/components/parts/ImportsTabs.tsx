import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { NavigationTabs } from '@freehold/plugin-tenancy-react';
import { useCostsPaths } from '../../hooks/useCostsPaths';
import { importsTranslationRef } from '../../importsTranslation';

/** Leads from the imports to what they left, and back. */
export function ImportsTabs() {
  const { t } = useTranslationRef(importsTranslationRef);
  const paths = useCostsPaths();
  return (
    <NavigationTabs
      label={t('tabs')}
      tabs={[
        { id: 'imports', label: t('title'), href: paths.imports },
        { id: 'periods', label: t('periodsTab'), href: paths.periods },
        {
          id: 'reconciliation',
          label: t('reconciliationTab'),
          href: paths.reconciliation,
        },
      ]}
    />
  );
}
