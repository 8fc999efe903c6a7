import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { useRouteRefParams } from '@backstage/core-plugin-api';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { ErrorPanel, Page } from '@freehold/plugin-tenancy-react';
import type { ReactNode } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { LoadingPage } from '../../overrides/LoadingPage';
import { NotFound } from '../../overrides/NotFound';
import { appTranslationRef } from '../../translation';

/**
 * The stock page of an entity, which asks for it at the same time, unseen until
 * it is there: its heading would be another one before. A page of ours where
 * there is none, or where asking failed.
 */
export function EntityOrNotFound(props: { children: ReactNode }) {
  const { t } = useTranslationRef(appTranslationRef);
  const { kind, namespace, name } = useRouteRefParams(entityRouteRef);
  const api = useApi(catalogApiRef);
  const { value, loading, error, retry } = useAsyncRetry(
    () => api.getEntityByRef({ kind, namespace, name }),
    [api, kind, namespace, name],
  );
  if (error) {
    return (
      <Page title={name}>
        <ErrorPanel
          title={t('catalog.entityErrorTitle')}
          error={error}
          onRetry={retry}
        />
      </Page>
    );
  }
  if (!loading && !value) {
    return <NotFound />;
  }
  return (
    <>
      {loading && <LoadingPage />}
      <div hidden={loading}>{props.children}</div>
    </>
  );
}
