import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EmptyState, Page } from '@freehold/plugin-tenancy-react';
import { RiInboxArchiveLine } from '@remixicon/react';
import { Outlet } from 'react-router-dom';
import { useReader } from '../../hooks/useReader';
import { importsTranslationRef } from '../../importsTranslation';

/** Lets pages about imports through to those who may see them. */
export function StaffOnly() {
  const { t } = useTranslationRef(importsTranslationRef);
  const { canReadImports } = useReader();
  if (canReadImports) return <Outlet />;
  return (
    <Page title={t('title')}>
      <EmptyState
        icon={RiInboxArchiveLine}
        title={t('notYours')}
        description={t('notYoursHint')}
      />
    </Page>
  );
}
