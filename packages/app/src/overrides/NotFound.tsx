import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { EmptyState, Page } from '@freehold/plugin-tenancy-react';
import { RiSignpostLine } from '@remixicon/react';
import { appTranslationRef } from '../translation';

/** The answer to an address that leads nowhere, or nowhere for this reader. */
export function NotFound() {
  const { t } = useTranslationRef(appTranslationRef);
  return (
    <Page title={t('notFound.title')}>
      <EmptyState
        icon={RiSignpostLine}
        title={t('notFound.title')}
        description={t('notFound.description')}
        action={
          <ButtonLink href="/" variant="primary">
            {t('notFound.home')}
          </ButtonLink>
        }
      />
    </Page>
  );
}
