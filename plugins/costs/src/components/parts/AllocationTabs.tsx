import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { NavigationTabs } from '@freehold/plugin-tenancy-react';
import { allocationTranslationRef } from '../../allocationTranslation';
import { useCostsPaths } from '../../hooks/useCostsPaths';

/** Leads from the rules to what they do, and back. */
export function AllocationTabs() {
  const { t } = useTranslationRef(allocationTranslationRef);
  const paths = useCostsPaths();
  return (
    <NavigationTabs
      label={t('tabs')}
      tabs={[
        {
          id: 'rules',
          label: t('rulesTab'),
          href: paths.allocation,
          isExact: true,
        },
        {
          id: 'simulation',
          label: t('simulationTab'),
          href: paths.simulation,
        },
        {
          id: 'unallocated',
          label: t('unallocatedTab'),
          href: paths.unallocated,
        },
        {
          id: 'versions',
          label: t('versionsTab'),
          href: paths.allocationVersions,
        },
      ]}
    />
  );
}
