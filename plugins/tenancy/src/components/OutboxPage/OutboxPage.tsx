import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  EmptyState,
  ErrorPanel,
  LoadingRows,
  Page,
  Pagination,
  useIsNarrow,
  useListQuery,
} from '@freehold/plugin-tenancy-react';
import { RiMailLine } from '@remixicon/react';
import type { MailsQuery } from '../../api';
import { useMails } from '../../hooks';
import { tenancyTranslationRef } from '../../translation';
import { MailsList, MailsTable } from './MailsTable';
import { OutboxFilters } from './OutboxFilters';

const FILTERS = ['state'] as const;

/** The mails of the portal, for operators, newest first. */
export function OutboxPage() {
  const { t } = useTranslationRef(tenancyTranslationRef);
  const list = useListQuery({ filters: FILTERS, defaultSort: '-createdAt' });
  const { query, isNarrowed } = list;
  const { value, loading, error, retry } = useMails({
    search: query.search || undefined,
    state: query.filters.state,
    offset: query.offset,
    limit: query.limit,
  } as MailsQuery);
  const isNarrow = useIsNarrow();
  const MailsView = isNarrow ? MailsList : MailsTable;
  const isEmpty = value?.total === 0;
  return (
    <Page
      width="full"
      title={t('outbox.title')}
      answer={
        value &&
        !error &&
        (value.isSending
          ? t('outbox.sendingAnswer', { count: value.total })
          : t('outbox.keptAnswer'))
      }
    >
      <OutboxFilters list={list} />
      {error && (
        <ErrorPanel
          title={t('outbox.errorTitle')}
          error={error}
          onRetry={retry}
        />
      )}
      {!error && !value && <LoadingRows count={6} height="3rem" />}
      {!error && isEmpty && (
        <EmptyState
          icon={RiMailLine}
          title={t(isNarrowed ? 'outbox.noMatch.title' : 'outbox.none.title')}
          description={t(
            isNarrowed
              ? 'outbox.noMatch.description'
              : 'outbox.none.description',
          )}
          action={
            isNarrowed && (
              <Button variant="secondary" onPress={list.clear}>
                {t('outbox.noMatch.clear')}
              </Button>
            )
          }
        />
      )}
      {!error && value && !isEmpty && (
        <>
          <MailsView mails={value.items} isStale={loading} />
          <Pagination
            offset={query.offset}
            limit={query.limit}
            total={value.total}
            onOffset={list.setOffset}
            onLimit={list.setLimit}
          />
        </>
      )}
    </Page>
  );
}
