import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { priceBookReadPermission } from '@freehold/plugin-sites-common';
import { EmptyState, LoadingRows, Page } from '@freehold/plugin-tenancy-react';
import { RiPriceTag3Line } from '@remixicon/react';
import { Route, Routes } from 'react-router-dom';
import { pricesTranslationRef } from '../../pricesTranslation';
import { PriceBookPage } from './PriceBookPage';
import { PricesPage } from './PricesPage';

/** The pages of the price book, below `/prices`. For staff. */
export function PricesRouter() {
  const { t } = useTranslationRef(pricesTranslationRef);
  const { allowed, loading } = usePermission({
    permission: priceBookReadPermission,
  });
  if (allowed) {
    return (
      <Routes>
        <Route path="/" element={<PricesPage />} />
        <Route path="/:priceBookId" element={<PriceBookPage />} />
      </Routes>
    );
  }
  return (
    <Page title={t('title')}>
      {loading ? (
        <LoadingRows count={4} height="3rem" />
      ) : (
        <EmptyState
          icon={RiPriceTag3Line}
          title={t('notYours')}
          description={t('notYoursHint')}
        />
      )}
    </Page>
  );
}
