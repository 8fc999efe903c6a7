import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { EntityContentLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import { Fragment } from 'react';
import { usePermission } from '@backstage/plugin-permission-react';
import { customerListPermission } from '@freehold/plugin-tenancy-common';
import {
  CopyableId,
  DeploymentStateChip,
  ErrorPanel,
  Facts,
  LoadingRows,
  Money,
  RelativeTime,
  Section,
  SiteStateChip,
} from '@freehold/plugin-tenancy-react';
import type { Site } from '../../api';
import { placementTitles, useOffering } from '../../hooks/useOffering';
import { useSpecificationWords } from '../../hooks/useSpecificationWords';
import { useSitesPaths } from '../../hooks/useSitesPaths';
import { sitesTranslationRef } from '../../translation';
import { ContentSummary } from '../parts/ContentSummary';
import { PersonName } from '../parts/PersonName';
import { SiteAddress } from '../parts/SiteAddress';
import { SiteHealth } from '../parts/SiteHealth';
import { SiteDomains } from './SiteDomains';
import { DriftChip } from '../SiteDrift/DriftAnswer';
import { SiteDrift } from '../SiteDrift/SiteDrift';
import { SiteTab } from './SiteTab';
import { useEntitySite } from './useEntitySite';

/**
 * The overview tab of a site's catalog page. Of the cards it shows those that
 * say that they are content; the catalog's own do not, and show raw refs.
 */
export function SiteOverview({ cards }: EntityContentLayoutProps) {
  return (
    <SiteTab>
      <Overview />
      {cards
        .filter(({ type }) => type === 'content')
        .map(({ element }, place) => (
          <Fragment key={place}>{element}</Fragment>
        ))}
    </SiteTab>
  );
}

function Overview() {
  const { t } = useTranslationRef(sitesTranslationRef);
  const { data: site, error, refresh } = useEntitySite();
  if (error) {
    return (
      <ErrorPanel
        error={error}
        title={t('site.failed')}
        onRetry={() => refresh()}
      />
    );
  }
  if (!site) return <LoadingRows count={8} height="1.5rem" />;
  return (
    <>
      <Section title={t('overview.now')}>
        <SiteNow site={site} />
      </Section>
      <SiteDomains site={site} />
      {site.drift && <SiteDrift site={site} refresh={refresh} />}
      <Section title={t('overview.order')}>
        <SiteOrder site={site} />
      </Section>
    </>
  );
}

function SiteNow({ site }: { site: Site }) {
  const { t } = useTranslationRef(sitesTranslationRef);
  const { ofRuntime, ofExtras } = useSpecificationWords();
  return (
    <Facts
      facts={[
        { label: t('fact.state'), value: <SiteStateChip state={site.state} /> },
        {
          label: t('fact.address'),
          value: site.url ? (
            <SiteAddress url={site.url} />
          ) : (
            t('site.noAddress')
          ),
        },
        {
          label: t('fact.health'),
          value:
            site.state === 'live' ? (
              <SiteHealth health={site.health} />
            ) : undefined,
        },
        {
          label: t('drift.title'),
          value: site.drift ? <DriftChip site={site} /> : undefined,
        },
        { label: t('fact.deployment'), value: <LastDeployment site={site} /> },
        {
          label: t('fact.content'),
          value:
            site.runtime.kind === 'static' ? (
              <ContentSummary content={site.content} />
            ) : (
              ofRuntime(site.runtime)
            ),
        },
        { label: t('fact.extras'), value: ofExtras(site) },
      ]}
    />
  );
}

function LastDeployment({ site }: { site: Site }) {
  const { t } = useTranslationRef(sitesTranslationRef);
  const paths = useSitesPaths();
  const { lastDeployment: last } = site;
  if (!last) return <>{t('overview.noDeployment')}</>;
  return (
    <>
      <DeploymentStateChip state={last.state} />{' '}
      <Link href={paths.deployment(site.customer, last.deploymentId)}>
        {t(`deployment.kind.${last.kind}`)},{' '}
        <RelativeTime at={last.finishedAt ?? last.createdAt} />
      </Link>
    </>
  );
}

function SiteOrder({ site }: { site: Site }) {
  const { t } = useTranslationRef(sitesTranslationRef);
  const { data: offering } = useOffering();
  const { allowed: isStaff } = usePermission({
    permission: customerListPermission,
  });
  const { cloud, region, size } = placementTitles(offering, site);
  const { ofCustomSize } = useSpecificationWords();
  return (
    <Facts
      facts={[
        {
          label: t('fact.price'),
          value: <Money {...site.monthlyPrice} per="month" />,
        },
        {
          label: t('fact.size'),
          value: site.customSize ? ofCustomSize(site.customSize) : size,
        },
        { label: t('fact.place'), value: `${cloud} · ${region}` },
        { label: t('fact.owner'), value: site.customerName },
        {
          label: t('fact.createdBy'),
          value: (
            <>
              <PersonName entityRef={site.createdBy} />,{' '}
              <RelativeTime at={site.createdAt} />
            </>
          ),
        },
        {
          label: t('fact.id'),
          value: isStaff ? (
            <CopyableId id={site.siteId} what={t('fact.id')} />
          ) : undefined,
        },
      ]}
    />
  );
}
