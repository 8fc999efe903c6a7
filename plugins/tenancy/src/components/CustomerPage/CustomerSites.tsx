import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  EmptyState,
  ErrorPanel,
  LoadingRows,
  SiteStateChip,
} from '@freehold/plugin-tenancy-react';
import type { Site } from '../../api';
import type { useSitesOf } from '../../hooks';
import { tenancyTranslationRef } from '../../translation';
import styles from '../lists.module.css';

/** The newest sites of a customer. */
export function CustomerSites(props: {
  customer: string;
  sites: ReturnType<typeof useSitesOf>;
}) {
  const { customer, sites } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const { value, error, retry } = sites;
  return (
    <section className={styles.section} aria-labelledby="customer-sites">
      <div className={styles.sectionHead}>
        <h2 id="customer-sites">{t('customer.sites.title')}</h2>
        {value && value.total > value.items.length && (
          <Link href={`/sites?customer=${customer}`}>
            {t('customer.sites.all')}
          </Link>
        )}
      </div>
      {error && (
        <ErrorPanel
          title={t('customer.sites.errorTitle')}
          error={error}
          onRetry={retry}
        />
      )}
      {!error && !value && <LoadingRows />}
      {!error && value?.total === 0 && (
        <EmptyState
          title={t('customer.sites.empty')}
          description={t('customer.sites.emptyDescription')}
        />
      )}
      {!error && value && value.total > 0 && (
        <ul className={styles.list}>
          {value.items.map(site => (
            <SiteItem key={site.siteId} site={site} />
          ))}
        </ul>
      )}
    </section>
  );
}

function SiteItem(props: { site: Site }) {
  const { customer, siteId, name, title, url, state } = props.site;
  const { t } = useTranslationRef(tenancyTranslationRef);
  return (
    <li>
      <span className={styles.grow}>
        <Link href={`/sites/${customer}/${siteId}`} weight="bold">
          {title || name}
        </Link>
        <span className={styles.quiet}>
          {url ? new URL(url).host : t('customer.sites.noAddress')}
        </span>
      </span>
      <SiteStateChip state={state} />
    </li>
  );
}
