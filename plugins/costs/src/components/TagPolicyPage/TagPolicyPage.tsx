import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EmptyState,
  ErrorPanel,
  LoadingRows,
  Page,
  RelativeTime,
} from '@freehold/plugin-tenancy-react';
import { RiPriceTag3Line } from '@remixicon/react';
import type { TagPolicy } from '../../api';
import { useCostsPaths } from '../../hooks/useCostsPaths';
import { useReader } from '../../hooks/useReader';
import { useTagPolicy } from '../../hooks/useTags';
import { tagsTranslationRef } from '../../tagsTranslation';
import { costsTranslationRef } from '../../translation';
import { PolicyEditor } from './PolicyEditor';

/** Which tags there ought to be: `/costs/tags/policy`. */
export function TagPolicyPage() {
  const { t } = useTranslationRef(tagsTranslationRef);
  const { t: tCosts } = useTranslationRef(costsTranslationRef);
  const paths = useCostsPaths();
  const { canReadTagPolicy } = useReader();
  const { data, error, refresh } = useTagPolicy(canReadTagPolicy);
  return (
    <Page
      title={t('edit.title')}
      breadcrumbs={[
        { label: tCosts('title'), href: paths.dashboard },
        { label: t('title'), href: paths.tags },
      ]}
      answer={data && <Answer policy={data} />}
    >
      {!canReadTagPolicy && (
        <EmptyState
          icon={RiPriceTag3Line}
          title={t('edit.notYours')}
          description={t('edit.notYoursHint')}
        />
      )}
      {error && (
        <ErrorPanel
          error={error}
          title={t('edit.failed')}
          onRetry={() => refresh()}
        />
      )}
      {canReadTagPolicy && !data && !error && (
        <LoadingRows count={4} height="4rem" />
      )}
      {data && (
        <PolicyEditor key={data.version} policy={data} onSaved={refresh} />
      )}
    </Page>
  );
}

function Answer({ policy }: { policy: TagPolicy }) {
  const { t } = useTranslationRef(tagsTranslationRef);
  const { changedAt, changedBy, version } = policy;
  if (version === 0) return <>{t('edit.answer.none')}</>;
  return (
    <>
      {changedBy?.startsWith('user:')
        ? t('edit.answer.versionBy', {
            version: String(version),
            by: changedBy.split('/').at(-1) ?? changedBy,
          })
        : t('edit.answer.version', { version: String(version) })}{' '}
      {changedAt && <RelativeTime at={changedAt} />}
    </>
  );
}
