import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  EmptyState,
  ErrorPanel,
  LoadingRows,
  Page,
  type Me,
} from '@freehold/plugin-tenancy-react';
import { appTranslationRef } from '../../translation';
import { useCanOrder } from '../hooks/useCanOrder';
import { useSites, useSummary } from '../hooks/useHome';
import { CustomerAnswer } from './CustomerAnswer';
import { OrderButton } from './OrderButton';
import { RecentDeployments } from './RecentDeployments';
import { SiteCard } from './SiteCard';
import styles from './home.module.css';

/** A customer's own sites: are they up, and where are they? */
export function CustomerHome(props: { me: Me }) {
  const { me } = props;
  const { t } = useTranslationRef(appTranslationRef);
  const summary = useSummary();
  const sites = useSites();
  const canOrder = useCanOrder(me);
  const isEmpty = sites.value?.total === 0;
  return (
    <Page
      title={me.tenantName}
      tabTitle={t('home.title')}
      answer={
        summary.value && (
          <CustomerAnswer
            summary={summary.value}
            sites={sites.value?.items ?? []}
          />
        )
      }
      actions={canOrder && !isEmpty && <OrderButton />}
    >
      {sites.error && (
        <ErrorPanel
          title={t('home.sites.errorTitle')}
          error={sites.error}
          onRetry={sites.retry}
        />
      )}
      {!sites.error && !sites.value && <LoadingRows count={2} height="8rem" />}
      {!sites.error && isEmpty && (
        <EmptyState
          title={t('home.sites.empty')}
          description={t(
            canOrder ? 'home.sites.emptyDescription' : 'home.sites.emptyReader',
          )}
          action={canOrder && <OrderButton />}
        />
      )}
      {!sites.error && sites.value && !isEmpty && (
        <>
          <section aria-labelledby="your-sites">
            <div className={styles.sectionHead}>
              <h2 id="your-sites">{t('home.sites.title')}</h2>
              <Link href="/sites">{t('home.sites.all')}</Link>
            </div>
            <ul className={styles.cards}>
              {sites.value.items.map(site => (
                <li key={site.siteId}>
                  <SiteCard site={site} />
                </li>
              ))}
            </ul>
          </section>
          <div className={styles.section}>
            <RecentDeployments showsCustomer={false} />
          </div>
        </>
      )}
    </Page>
  );
}
