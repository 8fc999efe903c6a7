import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  EmptyState,
  ErrorPanel,
  LoadingRows,
  Page,
  PortalError,
  useMe,
  useAction,
} from '@freehold/plugin-tenancy-react';
import { RiFileList3Line, RiLockLine } from '@remixicon/react';
import { useCallback } from 'react';
import { tenancyApiRef, type AuditExportFormat } from '../../api';
import {
  useAuditEvents,
  useAuditHealth,
  useAuditQuery,
  type AuditQueryState,
} from '../../hooks';
import { tenancyTranslationRef } from '../../translation';
import { AuditDays } from './AuditDays';
import { AuditExport } from './AuditExport';
import { AuditFilters } from './AuditFilters';
import styles from './AuditPage.module.css';
import { AuditFaults, AuditTrust } from './AuditTrust';
import { saveFile } from './saveFile';

const EVENTS_PER_PAGE = 50;

/** Who did what: for staff of all customers, for owners and admins of theirs. */
export function AuditPage() {
  const { t } = useTranslationRef(tenancyTranslationRef);
  const list = useAuditQuery();
  const events = useAuditEvents({
    ...list.query,
    cursor: list.cursor,
    limit: EVENTS_PER_PAGE,
  });
  if (events.error instanceof PortalError && events.error.status === 403) {
    return (
      <Page title={t('audit.title')}>
        <EmptyState
          icon={RiLockLine}
          title={t('audit.keptOut.title')}
          description={t('audit.keptOut.description')}
        />
      </Page>
    );
  }
  return <AuditTrail list={list} events={events} />;
}

function AuditTrail(props: {
  list: AuditQueryState;
  events: ReturnType<typeof useAuditEvents>;
}) {
  const { list } = props;
  const { page, error, loading, retry } = props.events;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const { me } = useMe();
  const health = useAuditHealth();
  const exporting = useExport(list.query);
  const isEmpty = page?.items.length === 0;
  return (
    <Page
      width="full"
      title={t('audit.title')}
      answer={<AuditTrust health={health} />}
      actions={
        <AuditExport isRunning={exporting.isRunning} onExport={exporting.run} />
      }
    >
      <AuditFaults health={health} />
      <AuditFilters list={list} />
      {exporting.error && (
        <ErrorPanel title={t('audit.exportFailed')} error={exporting.error} />
      )}
      {error && (
        <ErrorPanel title={t('audit.failed')} error={error} onRetry={retry} />
      )}
      {!error && !page && <LoadingRows count={10} height="2.5rem" />}
      {!error && isEmpty && (
        <EmptyState
          icon={RiFileList3Line}
          title={t(
            list.isNarrowed ? 'audit.noMatch.title' : 'audit.none.title',
          )}
          description={t(
            list.isNarrowed
              ? 'audit.noMatch.description'
              : 'audit.none.description',
          )}
          action={
            list.isNarrowed && (
              <Button variant="secondary" onPress={list.clear}>
                {t('audit.noMatch.clear')}
              </Button>
            )
          }
        />
      )}
      {!error && page && !isEmpty && (
        <div aria-busy={loading}>
          <AuditDays
            events={page.items}
            list={list}
            withCustomer={me?.kind === 'staff'}
          />
          <nav className={styles.pages} aria-label={t('audit.pages')}>
            {list.cursor && (
              <Button
                variant="secondary"
                onPress={() => list.setCursor(undefined)}
              >
                {t('audit.newest')}
              </Button>
            )}
            {page.next && (
              <Button
                variant="secondary"
                onPress={() => list.setCursor(page.next)}
              >
                {t('audit.older')}
              </Button>
            )}
          </nav>
        </div>
      )}
    </Page>
  );
}

function useExport(query: ReturnType<typeof useAuditQuery>['query']) {
  const api = useApi(tenancyApiRef);
  const key = JSON.stringify(query);
  return useAction(
    useCallback(
      async (format: AuditExportFormat) => {
        const file = await api.exportAuditEvents({
          ...JSON.parse(key),
          format,
        });
        saveFile(file, `audit.${format}`);
      },
      [api, key],
    ),
  );
}
