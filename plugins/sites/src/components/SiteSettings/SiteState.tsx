import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import {
  EmptyState,
  ErrorPanel,
  LoadingRows,
  Pagination,
  Section,
} from '@freehold/plugin-tenancy-react';
import { useState } from 'react';
import type { Site, StateHistory } from '../../api';
import { useSitePermissions } from '../../hooks/useSitePermissions';
import { useStates } from '../../hooks/useStates';
import { sitesTranslationRef } from '../../translation';
import { StateLockNotice } from './StateLockNotice';
import { StateVersionItem } from './StateVersionItem';
import styles from './SiteState.module.css';

const PER_PAGE = 10;

/** The Terraform state of a site, for the operators who look after it. */
export function SiteState({ site }: { site: Site }) {
  const { t } = useTranslationRef(sitesTranslationRef);
  const [page, setPage] = useState({ offset: 0, limit: PER_PAGE });
  const { customer, siteId } = site;
  const states = useStates(customer, siteId, page);
  const { data, error, refresh } = states;
  return (
    <Section title={t('state.title')} description={t('state.description')}>
      {error && (
        <ErrorPanel
          error={error}
          title={t('state.failed')}
          onRetry={() => refresh()}
        />
      )}
      {!data && !error && <LoadingRows count={3} height="3.5rem" />}
      {data?.lock && (
        <StateLockNotice site={site} lock={data.lock} refresh={refresh} />
      )}
      {data?.total === 0 && (
        <EmptyState
          title={t('state.empty')}
          description={t('state.emptyHint')}
        />
      )}
      {data && data.total > 0 && (
        <>
          {page.offset === 0 && <RestoredNotice history={data} />}
          <Versions
            site={site}
            history={data}
            newest={page.offset === 0}
            refresh={refresh}
          />
          {data.total > PER_PAGE && (
            <Pagination
              {...page}
              total={data.total}
              onOffset={offset => setPage({ ...page, offset })}
              onLimit={limit => setPage({ offset: 0, limit })}
            />
          )}
        </>
      )}
    </Section>
  );
}

/** What follows a roll-back is a plan: the cloud itself was not changed. */
function RestoredNotice({ history }: { history: StateHistory }) {
  const { t } = useTranslationRef(sitesTranslationRef);
  const from = history.items[0]?.restoredFrom;
  return from ? (
    <Alert
      status="warning"
      icon
      title={t('state.restored', { version: from })}
      description={t('state.restoredHint')}
    />
  ) : null;
}

function Versions(props: {
  site: Site;
  history: StateHistory;
  newest: boolean;
  refresh: () => Promise<unknown>;
}) {
  const { site, history, newest, refresh } = props;
  const { canChangeState } = useSitePermissions(site.customer, site.siteId);
  const isAtRest = !site.activeDeploymentId && !history.lock;
  return (
    <ol className={styles.versions}>
      {history.items.map((version, index) => (
        <StateVersionItem
          key={version.version}
          site={site}
          version={version}
          isNewest={newest && index === 0}
          canRestore={canChangeState && isAtRest}
          refresh={refresh}
        />
      ))}
    </ol>
  );
}
