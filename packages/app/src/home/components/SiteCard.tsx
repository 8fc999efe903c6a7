import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { Money, SiteStateChip } from '@freehold/plugin-tenancy-react';
import { RiExternalLinkLine } from '@remixicon/react';
import { appTranslationRef } from '../../translation';
import type { Site } from '../api/HomeApi';
import styles from './home.module.css';

/** A site: its state, its address to open, and its price. */
export function SiteCard(props: { site: Site }) {
  const { site } = props;
  const { t } = useTranslationRef(appTranslationRef);
  return (
    <div className={styles.card}>
      <div className={styles.cardHead}>
        <Link
          href={`/sites/${site.customer}/${site.siteId}`}
          variant="body-large"
          weight="bold"
          className={styles.grow}
        >
          {site.title || site.name}
        </Link>
        <SiteStateChip state={site.state} />
      </div>
      <SiteAddress site={site} />
      <span className={styles.quiet}>
        <Money {...site.monthlyPrice} per="month" />
      </span>
      {!site.url && (
        <span className={styles.quiet}>{t('home.sites.noAddress')}</span>
      )}
    </div>
  );
}

function SiteAddress(props: { site: Site }) {
  const { url, state } = props.site;
  const { t } = useTranslationRef(appTranslationRef);
  if (!url) return null;
  const address = new URL(url).host;
  if (state === 'deleted' || state === 'deleting') {
    return <span className={styles.quiet}>{address}</span>;
  }
  return (
    <Link
      href={url}
      target="_blank"
      rel="noreferrer"
      aria-label={t('home.sites.open', { address })}
    >
      {address} <RiExternalLinkLine size={14} aria-hidden />
    </Link>
  );
}
