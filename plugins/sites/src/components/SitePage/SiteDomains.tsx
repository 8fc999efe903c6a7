import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import {
  CopyButton,
  ErrorPanel,
  Section,
  useAction,
} from '@freehold/plugin-tenancy-react';
import { useNavigate } from 'react-router-dom';
import { sitesApiRef, type Site } from '../../api';
import { useSitePermissions } from '../../hooks/useSitePermissions';
import { useSitesPaths } from '../../hooks/useSitesPaths';
import { sitesTranslationRef } from '../../translation';
import { SiteAddress } from '../parts/SiteAddress';
import styles from './SiteDomains.module.css';

/** A site's own domains: whether it answers at each, and what to set for it. */
export function SiteDomains({ site }: { site: Site }) {
  const { t } = useTranslationRef(sitesTranslationRef);
  const { domains, servedDomains, dnsRecords } = site;
  if (domains.length === 0) return null;
  const pending = domains.filter(domain => !servedDomains.includes(domain));
  const isWaiting = pending.length > 0 && dnsRecords.length > 0;
  return (
    <Section
      title={t('domains.title')}
      description={isWaiting ? t('domains.setRecords') : undefined}
      actions={isWaiting ? <CheckRecords site={site} /> : undefined}
    >
      <ul className={styles.domains}>
        {domains.map(domain => (
          <li key={domain}>
            {servedDomains.includes(domain) ? (
              <SiteAddress url={`https://${domain}/`} />
            ) : (
              <Text>
                {domain}{' '}
                <Text as="span" color="secondary">
                  {t(isWaiting ? 'domains.waiting' : 'domains.notYet')}
                </Text>
              </Text>
            )}
          </li>
        ))}
      </ul>
      {dnsRecords.length > 0 && <Records records={dnsRecords} />}
    </Section>
  );
}

function Records({ records }: { records: Site['dnsRecords'] }) {
  const { t } = useTranslationRef(sitesTranslationRef);
  return (
    <table className={styles.records} aria-label={t('domains.records')}>
      <thead>
        <tr>
          <th scope="col">{t('domains.type')}</th>
          <th scope="col">{t('domains.name')}</th>
          <th scope="col">{t('domains.value')}</th>
        </tr>
      </thead>
      <tbody>
        {records.map(({ name, type, value }) => (
          <tr key={`${type} ${name}`}>
            <td data-label={t('domains.type')}>{type}</td>
            <td data-label={t('domains.name')}>
              <Copyable text={name} what={t('domains.copyName', { name })} />
            </td>
            <td data-label={t('domains.value')}>
              <Copyable text={value} what={t('domains.copyValue', { name })} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Copyable(props: { text: string; what: string }) {
  return (
    <span className={styles.copyable}>
      <code>{props.text}</code>
      <CopyButton {...props} />
    </span>
  );
}

/** Has the site brought about again: the run looks whether the records are set. */
function CheckRecords({ site }: { site: Site }) {
  const { t } = useTranslationRef(sitesTranslationRef);
  const api = useApi(sitesApiRef);
  const paths = useSitesPaths();
  const navigate = useNavigate();
  const { canUpdate } = useSitePermissions(site.customer, site.siteId);
  const check = useAction(async () => {
    const { deployment } = await api.updateSite(site.customer, site.siteId, {
      domains: site.domains,
    });
    if (deployment) {
      navigate(paths.deployment(site.customer, deployment.deploymentId));
    }
  });
  if (!canUpdate) return null;
  return (
    <div className={styles.check}>
      <Button
        variant="secondary"
        size="medium"
        isDisabled={check.isRunning || site.activeDeploymentId !== undefined}
        onPress={() => check.run()}
      >
        {t('domains.check')}
      </Button>
      {check.error && (
        <ErrorPanel error={check.error} title={t('domains.checkFailed')} />
      )}
    </div>
  );
}
