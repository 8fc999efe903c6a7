import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { PORTAL_CLOUD } from '@freehold/plugin-sites-common';
import { ErrorPanel, Section, useAction } from '@freehold/plugin-tenancy-react';
import { useState } from 'react';
import { sitesApiRef, type Site } from '../../api';
import { sitesTranslationRef } from '../../translation';
import { ReasonDialog } from '../parts/ReasonDialog';

/**
 * Takes a site off the net for a while, and brings it back: one that the portal
 * itself serves, since others would go on answering.
 */
export function SuspendSite(props: {
  site: Site;
  refresh: () => Promise<unknown>;
}) {
  const { site } = props;
  if (site.state === 'suspended') return <Resume {...props} />;
  const isServedHere = site.cloud === PORTAL_CLOUD;
  return site.state === 'live' && isServedHere ? <Suspend {...props} /> : null;
}

function Suspend(props: { site: Site; refresh: () => Promise<unknown> }) {
  const { site, refresh } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  const api = useApi(sitesApiRef);
  const [isOpen, setOpen] = useState(false);
  return (
    <Section
      title={t('suspend.title')}
      description={t('suspend.description')}
      actions={
        <Button
          variant="secondary"
          size="medium"
          onPress={() => setOpen(true)}
          isDisabled={site.activeDeploymentId !== undefined}
        >
          {t('suspend.action')}
        </Button>
      }
    >
      <ReasonDialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t('suspend.ask', { name: site.title })}
        description={t('suspend.consequence')}
        label={t('suspend.reason')}
        action={t('suspend.action')}
        onSubmit={async reason => {
          await api.suspendSite(site.customer, site.siteId, reason);
          await refresh();
        }}
      />
    </Section>
  );
}

function Resume(props: { site: Site; refresh: () => Promise<unknown> }) {
  const { site, refresh } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  const api = useApi(sitesApiRef);
  const resume = useAction(async () => {
    await api.resumeSite(site.customer, site.siteId);
    await refresh();
  });
  return (
    <Section
      title={t('resume.title')}
      description={
        site.suspendedReason
          ? t('siteAnswer.suspendedFor', { reason: site.suspendedReason })
          : t('siteAnswer.suspended')
      }
      actions={
        <Button
          variant="secondary"
          size="medium"
          onPress={() => resume.run()}
          isPending={resume.isRunning}
        >
          {t('resume.action')}
        </Button>
      }
    >
      {resume.error && (
        <ErrorPanel error={resume.error} title={t('resume.failed')} />
      )}
    </Section>
  );
}
