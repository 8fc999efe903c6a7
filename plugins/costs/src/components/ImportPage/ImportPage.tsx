import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, ButtonLink } from '@backstage/ui';
import {
  ErrorPanel,
  LoadingRows,
  Page,
  PortalError,
} from '@freehold/plugin-tenancy-react';
import { useParams } from 'react-router-dom';
import type { ImportDetail } from '../../api';
import { useCostsPaths } from '../../hooks/useCostsPaths';
import { isMoving, useImport } from '../../hooks/useImports';
import { importsTranslationRef } from '../../importsTranslation';
import { costsTranslationRef } from '../../translation';
import { ImportStateChip } from '../parts/ImportStateChip';
import { ConformanceReport } from './ConformanceReport';
import { ImportFacts } from './ImportFacts';
import { ImportSteps } from './ImportSteps';
import { RejectedRows } from './RejectedRows';
import { Replaced } from './Replaced';

/** What became of one file: `/costs/imports/:importId`. */
export function ImportPage() {
  const { importId = '' } = useParams();
  const { t } = useTranslationRef(importsTranslationRef);
  const { t: tCosts } = useTranslationRef(costsTranslationRef);
  const paths = useCostsPaths();
  const { data, error, refresh } = useImport(importId);
  const isUnknown = error instanceof PortalError && error.status === 404;
  const title = isUnknown ? t('import.notFound') : data?.fileName;
  return (
    <Page
      title={title ?? (error && t('title'))}
      tabTitle={data && `${t(`state.${data.state}`)} · ${data.fileName}`}
      breadcrumbs={[
        { label: tCosts('title'), href: paths.dashboard },
        { label: t('title'), href: paths.imports },
      ]}
      chip={data && <ImportStateChip import={data} />}
      answer={data && <Answer of={data} />}
    >
      {isUnknown && (
        <ButtonLink href={paths.imports} variant="primary">
          {t('title')}
        </ButtonLink>
      )}
      {error && !isUnknown && (
        <ErrorPanel
          error={error}
          title={t('import.failed')}
          onRetry={() => refresh()}
        />
      )}
      {!data && !error && <LoadingRows count={6} height="2rem" />}
      {data && <Parts of={data} />}
    </Page>
  );
}

function Parts({ of: shown }: { of: ImportDetail }) {
  const { t } = useTranslationRef(importsTranslationRef);
  if (isMoving(shown)) {
    return (
      <>
        <ImportSteps of={shown} />
        <ImportFacts of={shown} />
      </>
    );
  }
  return (
    <>
      {shown.problem && (
        <Alert
          role="alert"
          status="danger"
          icon
          title={t('import.problem')}
          description={shown.problem.message}
        />
      )}
      {shown.state === 'succeeded' && <Replaced of={shown} />}
      {Boolean(shown.rejected) && (
        <RejectedRows
          importId={shown.importId}
          isCorrectable={shown.state === 'succeeded' && !shown.corrects}
        />
      )}
      {shown.mustFindings !== undefined && (
        <ConformanceReport importId={shown.importId} />
      )}
      <ImportFacts of={shown} />
    </>
  );
}

function Answer({ of: shown }: { of: ImportDetail }) {
  const { t } = useTranslationRef(importsTranslationRef);
  const { state, unchanged, accepted = 0, rejected = 0 } = shown;
  if (state !== 'succeeded') return <>{t(`import.answer.${state}`)}</>;
  const rows = accepted.toLocaleString();
  return (
    <>
      {rejected > 0
        ? t('import.answer.rejected', {
            accepted: rows,
            count: rejected,
            rejected: rejected.toLocaleString(),
          })
        : t('import.answer.succeeded', {
            count: accepted,
            accepted: rows,
          })}{' '}
      {unchanged && t('import.answer.unchanged')}
    </>
  );
}
