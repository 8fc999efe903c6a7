import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { EmptyState, PortalError } from '@freehold/plugin-tenancy-react';
import { RiSearchLine } from '@remixicon/react';
import { useSitesPaths } from '../../hooks/useSitesPaths';
import { sitesTranslationRef } from '../../translation';

/** Whether an error says that there is no such thing for the reader. */
export function isNotFound(error: Error | undefined): boolean {
  return error instanceof PortalError && error.status === 404;
}

/** Stands in for a site or deployment that the reader cannot have. */
export function NotFound(props: { what: 'site' | 'deployment' }) {
  const { t } = useTranslationRef(sitesTranslationRef);
  const paths = useSitesPaths();
  return (
    <EmptyState
      icon={RiSearchLine}
      title={t(`notFound.${props.what}`)}
      description={t('notFound.description')}
      action={
        <ButtonLink href={paths.list} variant="primary">
          {t('notFound.toList')}
        </ButtonLink>
      }
    />
  );
}
