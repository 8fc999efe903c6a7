import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { Page } from '@freehold/plugin-tenancy-react';
import { appTranslationRef } from '../translation';

/** The answer to an address that leads nowhere, or nowhere for this reader. */
export function NotFound() {
  const { t } = useTranslationRef(appTranslationRef);
  return (
    <Page title={t('notFound.title')} answer={t('notFound.description')}>
      <ButtonLink href="/" variant="primary">
        {t('notFound.home')}
      </ButtonLink>
    </Page>
  );
}
