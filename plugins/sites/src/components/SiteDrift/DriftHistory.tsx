import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import {
  DeploymentStateChip,
  Pagination,
  RelativeTime,
  type ListQueryState,
} from '@freehold/plugin-tenancy-react';
import type { DriftCheck, PageOf } from '../../api';
import { useSitesPaths } from '../../hooks/useSitesPaths';
import { sitesTranslationRef } from '../../translation';
import { PersonName } from '../parts/PersonName';
import styles from './SiteDrift.module.css';

/** The checks of a site, newest first, with what they came to. */
export function DriftHistory(props: {
  page: PageOf<DriftCheck>;
  list: ListQueryState<never>;
}) {
  const { page, list } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  if (page.total === 0) {
    return (
      <Text as="p" color="secondary">
        {t('drift.noHistory')}
      </Text>
    );
  }
  return (
    <div className={styles.history}>
      <Text as="h3" weight="bold">
        {t('drift.history')}
      </Text>
      <ul className={styles.checks}>
        {page.items.map(check => (
          <li key={check.checkId}>
            <HistoryEntry check={check} />
          </li>
        ))}
      </ul>
      {page.total > page.items.length && (
        <Pagination
          offset={list.query.offset}
          limit={list.query.limit}
          total={page.total}
          onOffset={list.setOffset}
          onLimit={list.setLimit}
        />
      )}
    </div>
  );
}

function HistoryEntry({ check }: { check: DriftCheck }) {
  const { t } = useTranslationRef(sitesTranslationRef);
  const paths = useSitesPaths();
  const { customer, checkId, changes, failure, requestedBy } = check;
  const isOfPerson = requestedBy.startsWith('user:');
  return (
    <>
      <span className={styles.finding}>
        <Link href={paths.deployment(customer, checkId)}>
          {check.drifted === undefined
            ? (failure?.message ?? t('drift.noFinding'))
            : t('drift.differences', { count: changes?.length ?? 0 })}
        </Link>
        <span className={styles.quiet}>
          <RelativeTime at={check.finishedAt ?? check.createdAt} />
          {isOfPerson && (
            <>
              , <PersonName entityRef={requestedBy} />
            </>
          )}
        </span>
      </span>
      <DeploymentStateChip state={check.state} />
    </>
  );
}
