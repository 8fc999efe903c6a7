import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Skeleton, VisuallyHidden } from '@backstage/ui';
import { portalTranslationRef } from '../translation';

/** Stands in for a list while it loads, at the height of its rows. */
export function LoadingRows(props: {
  count?: number;
  height?: number | string;
}) {
  const { count = 3, height = '2.5rem' } = props;
  const { t } = useTranslationRef(portalTranslationRef);
  return (
    <Flex direction="column" gap="2" aria-busy>
      <VisuallyHidden role="status">{t('page.loading')}</VisuallyHidden>
      {Array.from({ length: count }, (_, row) => (
        <Skeleton key={row} width="100%" height={height} />
      ))}
    </Flex>
  );
}
