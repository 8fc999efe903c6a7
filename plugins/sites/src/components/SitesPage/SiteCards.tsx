import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { Money, SiteStateChip } from '@freehold/plugin-tenancy-react';
import type { Site } from '../../api';
import { placementTitles, useOffering } from '../../hooks/useOffering';
import { useSiteLink } from '../../hooks/useSiteLink';
import { sitesTranslationRef } from '../../translation';
import { DriftChip } from '../SiteDrift/DriftAnswer';
import { SiteAddress } from '../parts/SiteAddress';
import styles from './SiteCards.module.css';

/** Sites as their owners read them, and as narrow windows show them. */
export function SiteCards(props: { sites: Site[]; withCustomer: boolean }) {
  const { sites, withCustomer } = props;
  return (
    <ul className={styles.cards}>
      {sites.map(site => (
        <SiteCard key={site.siteId} site={site} withCustomer={withCustomer} />
      ))}
    </ul>
  );
}

function SiteCard({
  site,
  withCustomer,
}: {
  site: Site;
  withCustomer: boolean;
}) {
  const { t } = useTranslationRef(sitesTranslationRef);
  const { data: offering } = useOffering();
  const siteLink = useSiteLink();
  const { size, region } = placementTitles(offering, site);
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <Link
          href={siteLink(site)}
          weight="bold"
          variant="body-large"
          standalone
          color="primary"
        >
          {site.title}
        </Link>
        <span className={styles.states}>
          {site.drift?.foundAt && <DriftChip site={site} />}
          <SiteStateChip state={site.state} />
        </span>
      </div>
      <div className={styles.address}>
        {site.url && site.state !== 'deleted' ? (
          <SiteAddress url={site.url} />
        ) : (
          <span className={styles.quiet}>{t('site.noAddress')}</span>
        )}
      </div>
      <div className={styles.foot}>
        <span className={styles.quiet}>
          {[withCustomer && site.customerName, size, region]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <Money {...site.monthlyPrice} per="month" />
      </div>
    </li>
  );
}
