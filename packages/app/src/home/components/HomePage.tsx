import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ErrorPanel,
  LoadingRows,
  Page,
  useMe,
} from '@freehold/plugin-tenancy-react';
import { appTranslationRef } from '../../translation';
import { CustomerHome } from './CustomerHome';
import { StaffHome } from './StaffHome';

/** The first page: the workshop for staff, their sites for customers. */
export function HomePage() {
  const { me, error, retry } = useMe();
  const { t } = useTranslationRef(appTranslationRef);
  if (me) {
    return me.kind === 'staff' ? (
      <StaffHome me={me} />
    ) : (
      <CustomerHome me={me} />
    );
  }
  return (
    <Page title={t('home.title')}>
      {error ? <ErrorPanel error={error} onRetry={retry} /> : <LoadingRows />}
    </Page>
  );
}
