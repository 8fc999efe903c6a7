import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EmptyState,
  ErrorPanel,
  LoadingRows,
  Page,
  Pagination,
  useListQuery,
} from '@freehold/plugin-tenancy-react';
import { useDeadLetters } from '../../hooks/useDeadLetters';
import { useSitesPaths } from '../../hooks/useSitesPaths';
import { sitesTranslationRef } from '../../translation';
import cards from '../parts/cards.module.css';
import { DeadLetterCard } from './DeadLetterCard';

/** Deployments that were given up, for staff: `/sites/given-up`. */
export function DeadLettersPage() {
  const { t } = useTranslationRef(sitesTranslationRef);
  const paths = useSitesPaths();
  const list = useListQuery({ filters: [], defaultSort: 'createdAt' });
  const { offset, limit } = list.query;
  const { data, error, refresh } = useDeadLetters({ offset, limit });
  return (
    <Page
      title={t('deadLetters.title')}
      answer={data && t('deadLetters.answer', { count: data.total })}
      breadcrumbs={[{ label: t('list.title'), href: paths.list }]}
    >
      {error && (
        <ErrorPanel
          error={error}
          title={t('deadLetters.failedToLoad')}
          onRetry={() => refresh()}
        />
      )}
      {!data && !error && <LoadingRows count={4} height="6rem" />}
      {data?.total === 0 && (
        <EmptyState
          title={t('deadLetters.empty')}
          description={t('deadLetters.emptyHint')}
        />
      )}
      {data && data.total > 0 && (
        <>
          <ul className={cards.list}>
            {data.items.map(deadLetter => (
              <DeadLetterCard
                key={deadLetter.deploymentId}
                deadLetter={deadLetter}
                refresh={refresh}
              />
            ))}
          </ul>
          <Pagination
            offset={offset}
            limit={limit}
            total={data.total}
            onOffset={list.setOffset}
            onLimit={list.setLimit}
          />
        </>
      )}
    </Page>
  );
}
