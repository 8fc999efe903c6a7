import {
  configApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { PORTAL_CLOUD } from '@freehold/plugin-sites-common';
import { formatBytes, formatMoney } from '@freehold/plugin-tenancy-react';
import type { Offering, PricedLines } from '../api';
import { siteAddress } from '../domain/siteAddress';
import { useSpecificationWords } from '../hooks/useSpecificationWords';
import { sitesTranslationRef } from '../translation';
import type { OrderValues } from './useFormValues';

/**
 * What is ordered, in people's words. The words are the field's value, so that
 * the review step shows them instead of ids. What there is not is absent.
 */
export interface OrderWords {
  site: string;
  address: string;
  customer: string;
  place: string;
  size: string;
  content: string;
  extras?: string;
  /** Absent while nobody knows it yet. */
  price?: string;
}

/** An order in words; undefined until its place and size are known. */
export function useOrderWords(
  values: OrderValues,
  known: {
    slug?: string;
    customerName?: string;
    offering?: Offering;
    price?: PricedLines;
  },
): OrderWords | undefined {
  const { t } = useTranslationRef(sitesTranslationRef);
  const config = useApi(configApiRef);
  const { ofRuntime, ofCustomSize, ofExtras } = useSpecificationWords();
  const { slug, customerName, offering, price } = known;
  const { name, title, placement, content, beside } = values;

  const cloud = offering?.clouds.find(({ id }) => id === placement?.cloud);
  const region = cloud?.regions.find(({ id }) => id === placement?.region);
  const size = cloud?.sizes.find(({ id }) => id === placement?.size);
  if (!slug || !name || !cloud || !region || !size) return undefined;

  const { customSize, runtime } = placement ?? {};
  const extras = beside?.extras && ofExtras(beside.extras);
  const shown = () => {
    if (runtime && runtime.kind !== 'static') return ofRuntime(runtime);
    return content?.kind === 'upload'
      ? t('summary.upload', {
          fileName: content.fileName,
          count: content.files,
          size: formatBytes(content.bytes),
        })
      : t(content?.kind ? 'content.starter' : 'summary.noContent');
  };
  return {
    site: title?.trim() || name,
    address:
      cloud.id === PORTAL_CLOUD
        ? siteAddress(config, slug, name)
        : t('summary.addressLater'),
    customer: customerName ?? slug,
    place: `${cloud.title} · ${region.title}`,
    size: customSize
      ? ofCustomSize(customSize)
      : `${size.title}: ${size.description}`,
    content: shown(),
    ...(extras && { extras }),
    ...(price && {
      price: t('summary.perMonth', {
        amount: formatMoney(price.amount, price.currency),
      }),
    }),
  };
}
