import {
  configApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { Text } from '@backstage/ui';
import {
  ErrorPanel,
  Facts,
  formatMoney,
  LoadingRows,
} from '@freehold/plugin-tenancy-react';
import { useEffect, useMemo } from 'react';
import type { z } from 'zod/v3';
import type { Offering } from '../api';
import { formatBytes } from '../domain/formatBytes';
import { siteAddress } from '../domain/siteAddress';
import { useOffering } from '../hooks/useOffering';
import { useOrderingCustomer } from '../hooks/useOrderingCustomer';
import { PriceLines } from '../components/parts/PriceLines';
import { useQuote } from '../hooks/useQuote';
import { sitesTranslationRef } from '../translation';
import { FieldFrame } from './FieldFrame';
import styles from './OrderSummary.module.css';
import {
  useFormValues,
  useOrderCustomer,
  type OrderValues,
} from './useFormValues';

/**
 * What is ordered, in people's words. The words are the field's value, so that
 * the review step shows them instead of ids.
 */
export interface OrderWords {
  site: string;
  address: string;
  customer: string;
  place: string;
  size: string;
  content: string;
  price: string;
}

type Props = FieldExtensionComponentProps<Partial<OrderWords>>;

/** The whole order with its monthly price, before it is placed. */
export function OrderSummary(props: Props) {
  const { formData, onChange } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  const slug = useOrderCustomer(props);
  const { data: customer } = useOrderingCustomer(slug);
  const { data: offering, error, refresh } = useOffering();
  const values = useFormValues(props);
  const { data: quote } = useQuote(slug, quoteQueryOf(values));
  const sizeTitles = Object.fromEntries(
    offering?.clouds
      .find(({ id }) => id === values.placement?.cloud)
      ?.sizes.map(({ id, title }) => [id, title]) ?? [],
  );
  const words = useOrderWords(values, {
    slug,
    customerName: customer?.name,
    offering,
  });
  const isWritten = JSON.stringify(words) === JSON.stringify(formData);
  useEffect(() => {
    if (words && !isWritten) onChange(words);
  }, [words, isWritten, onChange]);

  if (error) return <ErrorPanel error={error} onRetry={() => refresh()} />;
  if (!words) return <LoadingRows count={6} height="1.5rem" />;
  return (
    <FieldFrame>
      <Text as="h3" variant="body-large" weight="bold">
        {t('summary.title')}
      </Text>
      <Facts
        facts={[
          { label: t('summary.site'), value: words.site },
          { label: t('summary.address'), value: words.address },
          { label: t('summary.customer'), value: words.customer },
          { label: t('summary.place'), value: words.place },
          { label: t('summary.size'), value: words.size },
          { label: t('summary.content'), value: words.content },
          {
            label: t('summary.price'),
            value: <strong className={styles.price}>{words.price}</strong>,
          },
        ]}
      />
      {quote && <PriceLines price={quote.price} sizeTitles={sizeTitles} />}
      {quote?.refusal && <p role="alert">{quote.refusal}</p>}
      {offering && (
        <Text as="p" color="secondary">
          {t('summary.priceVersion', { version: offering.priceVersion })}
        </Text>
      )}
      {customer?.tier && (
        <Text as="p" color="secondary">
          {t(`summary.tier.${customer.tier}`)}
        </Text>
      )}
    </FieldFrame>
  );
}

function quoteQueryOf({ placement }: OrderValues) {
  const { cloud, size } = placement ?? {};
  return cloud && size ? { cloud, size } : undefined;
}

function useOrderWords(
  values: OrderValues,
  known: { slug?: string; customerName?: string; offering?: Offering },
): OrderWords | undefined {
  const { t } = useTranslationRef(sitesTranslationRef);
  const config = useApi(configApiRef);
  const { slug, customerName, offering } = known;
  const { name, title, placement, content } = values;
  return useMemo(() => {
    const cloud = offering?.clouds.find(({ id }) => id === placement?.cloud);
    const region = cloud?.regions.find(({ id }) => id === placement?.region);
    const size = cloud?.sizes.find(({ id }) => id === placement?.size);
    if (!slug || !name || !cloud || !region || !size) return undefined;
    const { amount, currency } = size.monthlyPrice;
    return {
      site: title?.trim() || name,
      address: siteAddress(config, slug, name),
      customer: customerName ?? slug,
      place: `${cloud.title} · ${region.title}`,
      size: `${size.title}: ${size.description}`,
      content:
        content?.kind === 'upload'
          ? t('summary.upload', {
              fileName: content.fileName,
              count: content.files,
              size: formatBytes(content.bytes),
            })
          : t(content?.kind ? 'content.starter' : 'summary.noContent'),
      price: t('summary.perMonth', { amount: formatMoney(amount, currency) }),
    };
  }, [
    config,
    t,
    slug,
    customerName,
    offering,
    name,
    title,
    placement,
    content,
  ]);
}

export const orderSummaryField = createFormField<
  z.ZodType<Partial<OrderWords>>,
  z.ZodType
>({ name: 'FreeholdOrderSummary', component: OrderSummary });
