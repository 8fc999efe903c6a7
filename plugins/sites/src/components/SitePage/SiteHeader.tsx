import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Container } from '@backstage/ui';
import type { EntityHeaderLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import { auditReadPermission } from '@freehold/plugin-tenancy-common';
import {
  NavigationTabs,
  PageHeader,
  SiteStateChip,
} from '@freehold/plugin-tenancy-react';
import { RiExternalLinkLine, RiFileList3Line } from '@remixicon/react';
import { useResolvedPath } from 'react-router-dom';
import type { Site } from '../../api';
import { useSitesPaths } from '../../hooks/useSitesPaths';
import { sitesTranslationRef } from '../../translation';
import { SiteAnswer } from './SiteAnswer';
import styles from './SiteHeader.module.css';
import { useEntitySite } from './useEntitySite';

/** The tab that has a primary action of its own. */
const SETTINGS_PATH = '/settings';

/** The head of a site's catalog page. */
export function SiteHeader(props: EntityHeaderLayoutProps) {
  const { t } = useTranslationRef(sitesTranslationRef);
  const paths = useSitesPaths();
  const { entity, data: site } = useEntitySite();
  return (
    <Container>
      <div className={styles.head}>
        <PageHeader
          title={site?.title ?? entity.metadata.title ?? entity.metadata.name}
          breadcrumbs={[{ label: t('list.title'), href: paths.list }]}
          chip={site && <SiteStateChip state={site.state} />}
          answer={site && <SiteAnswer site={site} />}
          actions={
            <>
              {site && <AuditLink site={site} />}
              {site?.url && site.state === 'live' && (
                <ButtonLink
                  href={site.url}
                  target="_blank"
                  rel="noreferrer"
                  variant={
                    props.activeTabId === SETTINGS_PATH
                      ? 'secondary'
                      : 'primary'
                  }
                  size="medium"
                  iconEnd={<RiExternalLinkLine />}
                >
                  {t('site.open')}
                </ButtonLink>
              )}
            </>
          }
        />
        <SiteTabs {...props} />
      </div>
    </Container>
  );
}

/** Everything that happened to the site, for those who may read it. */
function AuditLink({ site }: { site: Site }) {
  const { t } = useTranslationRef(sitesTranslationRef);
  const { allowed } = usePermission({
    permission: auditReadPermission,
    resourceRef: site.customer,
  });
  if (!allowed) return null;
  return (
    <ButtonLink
      href={`/audit?object=site:${site.siteId}`}
      variant="tertiary"
      size="medium"
      iconStart={<RiFileList3Line />}
    >
      {t('site.audit')}
    </ButtonLink>
  );
}

function SiteTabs({ tabs }: EntityHeaderLayoutProps) {
  const { t } = useTranslationRef(sitesTranslationRef);
  const base = useResolvedPath('').pathname.replace(/\/$/, '');
  const flat = tabs.flatMap(tab => ('items' in tab ? tab.items : [tab]));
  return (
    <NavigationTabs
      label={t('site.tabs')}
      tabs={flat.map(({ id, label, href }) => ({
        id,
        label,
        href: href ? `${base}/${href}` : base,
        isExact: href === '',
      }))}
    />
  );
}
