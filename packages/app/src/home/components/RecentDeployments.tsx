import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  DeploymentStateChip,
  EmptyState,
  ErrorPanel,
  LoadingRows,
  RelativeTime,
} from '@freehold/plugin-tenancy-react';
import { RiHistoryLine } from '@remixicon/react';
import { appTranslationRef } from '../../translation';
import type { Deployment } from '../api/HomeApi';
import { useRecentDeployments } from '../hooks/useHome';
import styles from './home.module.css';

/** The newest deployments, with whose and how they went. */
export function RecentDeployments(props: { showsCustomer: boolean }) {
  const { t } = useTranslationRef(appTranslationRef);
  const { value, error, retry } = useRecentDeployments();
  return (
    <section aria-labelledby="recent-deployments">
      <h2 id="recent-deployments">{t('home.activity.title')}</h2>
      {error && (
        <ErrorPanel
          title={t('home.activity.errorTitle')}
          error={error}
          onRetry={retry}
        />
      )}
      {!error && !value && <LoadingRows count={5} height="3rem" />}
      {!error && value?.items.length === 0 && (
        <EmptyState
          icon={RiHistoryLine}
          title={t('home.activity.empty')}
          description={t('home.activity.emptyDescription')}
        />
      )}
      {!error && value && value.items.length > 0 && (
        <ul className={styles.rows}>
          {value.items.map(deployment => (
            <DeploymentRow
              key={deployment.deploymentId}
              deployment={deployment}
              showsCustomer={props.showsCustomer}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function DeploymentRow(props: {
  deployment: Deployment;
  showsCustomer: boolean;
}) {
  const { customer, deploymentId, siteName, kind, state, createdAt } =
    props.deployment;
  const { t } = useTranslationRef(appTranslationRef);
  const what = t(`home.activity.${kind}`);
  return (
    <li>
      <span className={styles.grow}>
        <Link
          href={`/sites/${customer}/deployments/${deploymentId}`}
          weight="bold"
        >
          {siteName}
        </Link>
        <span className={styles.quiet}>
          {props.showsCustomer ? `${customer} · ${what}` : what} ·{' '}
          <RelativeTime at={createdAt} />
        </span>
      </span>
      <DeploymentStateChip state={state} />
    </li>
  );
}
