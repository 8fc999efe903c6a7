import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Facts,
  Money,
  Page,
  RelativeTime,
  Section,
  SiteStateChip,
} from '@freehold/plugin-tenancy-react';
import type { Site } from '../../api';
import { placementTitles, useOffering } from '../../hooks/useOffering';
import { useSitesPaths } from '../../hooks/useSitesPaths';
import { sitesTranslationRef } from '../../translation';
import { PersonName } from '../parts/PersonName';
import { DeploymentHistory } from './SiteDeployments';

/** What a deleted site was, while its history is kept. */
export function DeletedSite({ site }: { site: Site }) {
  const { t } = useTranslationRef(sitesTranslationRef);
  const paths = useSitesPaths();
  const { data: offering } = useOffering();
  const { cloud, region, size } = placementTitles(offering, site);
  return (
    <Page
      title={site.title}
      breadcrumbs={[{ label: t('list.title'), href: paths.list }]}
      chip={<SiteStateChip state={site.state} />}
      answer={
        site.deletedAt && (
          <>
            {t('deleted.answer')} <RelativeTime at={site.deletedAt} />.{' '}
            {site.purgeAfter &&
              t('deleted.kept', {
                date: new Date(site.purgeAfter).toLocaleDateString(undefined, {
                  dateStyle: 'long',
                }),
              })}
          </>
        )
      }
    >
      <Section title={t('deleted.was')}>
        <Facts
          facts={[
            { label: t('fact.name'), value: site.name },
            { label: t('fact.owner'), value: site.customerName },
            {
              label: t('fact.price'),
              value: <Money {...site.monthlyPrice} per="month" />,
            },
            { label: t('fact.size'), value: size },
            { label: t('fact.place'), value: `${cloud} · ${region}` },
            {
              label: t('fact.createdBy'),
              value: (
                <>
                  <PersonName entityRef={site.createdBy} />,{' '}
                  <RelativeTime at={site.createdAt} />
                </>
              ),
            },
          ]}
        />
      </Section>
      <Section title={t('deployments.title')}>
        <DeploymentHistory customer={site.customer} siteId={site.siteId} />
      </Section>
    </Page>
  );
}
