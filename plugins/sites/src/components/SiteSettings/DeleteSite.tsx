import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { ConfirmByName, Section } from '@freehold/plugin-tenancy-react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { sitesApiRef, type Site } from '../../api';
import { useSitesPaths } from '../../hooks/useSitesPaths';
import { sitesTranslationRef } from '../../translation';

/** Destroys a site once its name was typed. */
export function DeleteSite(props: {
  site: Site;
  refresh: () => Promise<unknown>;
}) {
  const { site, refresh } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  const api = useApi(sitesApiRef);
  const paths = useSitesPaths();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);

  const destroy = async () => {
    const { deployment } = await api.deleteSite(site.customer, site.siteId);
    await refresh();
    navigate(
      deployment
        ? paths.deployment(site.customer, deployment.deploymentId)
        : paths.list,
    );
  };
  return (
    <Section
      title={t('remove.title')}
      description={t('remove.description')}
      actions={
        <Button
          variant="secondary"
          size="medium"
          destructive
          onPress={() => setOpen(true)}
          isDisabled={site.activeDeploymentId !== undefined}
        >
          {t('remove.action')}
        </Button>
      }
    >
      <ConfirmByName
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t('remove.ask', { name: site.title })}
        consequence={t('remove.consequence')}
        name={site.name}
        action={t('remove.action')}
        onConfirm={destroy}
      />
    </Section>
  );
}
