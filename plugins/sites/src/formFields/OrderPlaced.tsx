import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ScaffolderTemplateOutputsComponent } from '@backstage/plugin-scaffolder-react/alpha';
import { ButtonLink } from '@backstage/ui';
import { EmptyState } from '@freehold/plugin-tenancy-react';
import { RiCheckboxCircleLine } from '@remixicon/react';
import { sitesTranslationRef } from '../translation';

/** The end of an order's task: on to the deployment, which does the work. */
export const OrderPlaced: ScaffolderTemplateOutputsComponent = ({ output }) => {
  const { t } = useTranslationRef(sitesTranslationRef);
  const deploymentUrl = output?.links?.find(({ url }) => url)?.url;
  if (!deploymentUrl) return null;
  return (
    <EmptyState
      icon={RiCheckboxCircleLine}
      title={t('placed.title')}
      description={t('placed.description')}
      action={
        <ButtonLink href={deploymentUrl} variant="primary" size="medium">
          {t('placed.follow')}
        </ButtonLink>
      }
    />
  );
};
