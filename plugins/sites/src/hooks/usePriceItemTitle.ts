import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { sitesTranslationRef } from '../translation';
import { useOffering } from './useOffering';

const SIZED = ['size', 'database', 'replica'] as const;

/**
 * What people call a part of a price, such as `size.small`, on a cloud. Ids
 * stand in where the offering no longer has what was priced.
 */
export function usePriceItemTitle(
  cloudId: string | undefined,
): (item: string) => string {
  const { t } = useTranslationRef(sitesTranslationRef);
  const { data: offering } = useOffering();
  const sizes = offering?.clouds.find(({ id }) => id === cloudId)?.sizes;
  return item => {
    const [kind, of = ''] = item.split('.');
    if (item === 'storage') return t('priceLines.storage');
    if (item === 'custom.vcpu') return t('priceLines.vcpu');
    if (item === 'custom.gib') return t('priceLines.gib');
    const sized = SIZED.find(it => it === kind);
    if (!sized) return item;
    const size = sizes?.find(({ id }) => id === of)?.title ?? of;
    return t(`priceLines.${sized}`, { size });
  };
}
