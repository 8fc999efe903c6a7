import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ErrorPanel,
  LoadingRows,
  Page,
  useListQuery,
} from '@freehold/plugin-tenancy-react';
import type { Import } from '../../api';
import { useCostsPaths } from '../../hooks/useCostsPaths';
import { isMoving, useImports, useSources } from '../../hooks/useImports';
import { useReader } from '../../hooks/useReader';
import { importsTranslationRef } from '../../importsTranslation';
import { costsTranslationRef } from '../../translation';
import { ImportsTabs } from '../parts/ImportsTabs';
import { ImportFile } from './ImportFile';
import { ImportsList } from './ImportsList';
import { SourcesList } from './SourcesList';

/** Where costs come from, and the way to bring in more: `/costs/imports`. */
export function ImportsPage() {
  const { t } = useTranslationRef(importsTranslationRef);
  const { t: tCosts } = useTranslationRef(costsTranslationRef);
  const paths = useCostsPaths();
  const { canImport } = useReader();
  const list = useListQuery({ filters: [], defaultSort: '' });
  const { offset, limit } = list.query;
  const imports = useImports({ offset, limit });
  const sources = useSources();
  const error = imports.error ?? sources.error;
  const refresh = () => Promise.all([imports.refresh(), sources.refresh()]);
  return (
    <Page
      title={t('title')}
      breadcrumbs={[{ label: tCosts('title'), href: paths.dashboard }]}
      answer={imports.data && <Answer last={imports.data.items[0]} />}
    >
      <ImportsTabs />
      {error && (
        <ErrorPanel error={error} title={t('failed')} onRetry={refresh} />
      )}
      {!error && !(imports.data && sources.data) && (
        <LoadingRows count={5} height="3.5rem" />
      )}
      {imports.data && sources.data && (
        <>
          {canImport && (
            <ImportFile
              sources={sources.data.items}
              onSourceMade={() => sources.refresh()}
            />
          )}
          <SourcesList sources={sources.data.items} />
          <ImportsList imports={imports.data} list={list} />
        </>
      )}
    </Page>
  );
}

function Answer({ last }: { last: Import | undefined }) {
  const { t } = useTranslationRef(importsTranslationRef);
  if (!last) return <>{t('answer.none')}</>;
  const words = { file: last.fileName };
  if (isMoving(last)) return <>{t('answer.running', words)}</>;
  if (last.state === 'failed') return <>{t('answer.failed', words)}</>;
  return (
    <>
      {t('answer.last', {
        ...words,
        rows: (last.accepted ?? 0).toLocaleString(),
      })}
    </>
  );
}
