import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { Text } from '@backstage/ui';
import { ErrorPanel, Facts, LoadingRows } from '@freehold/plugin-tenancy-react';
import { useEffect } from 'react';
import type { z } from 'zod/v3';
import { QuotedPrice } from '../components/parts/QuotedPrice';
import { quoteQueryOf } from '../domain/quoteQuery';
import { useOffering } from '../hooks/useOffering';
import { useOrderingCustomer } from '../hooks/useOrderingCustomer';
import { useQuote } from '../hooks/useQuote';
import { sitesTranslationRef } from '../translation';
import { FieldFrame } from './FieldFrame';
import styles from './OrderSummary.module.css';
import { translateSpecification } from './translate';
import {
  useFormValues,
  useOrderCustomer,
  type OrderValues,
} from './useFormValues';
import { useOrderWords, type OrderWords } from './useOrderWords';

type Props = FieldExtensionComponentProps<Partial<OrderWords>>;

/** The whole order with its monthly price, before it is placed. */
export function OrderSummary(props: Props) {
  const { formData, onChange } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  const slug = useOrderCustomer(props);
  const { data: customer } = useOrderingCustomer(slug);
  const { data: offering, error, refresh } = useOffering();
  const values = useFormValues(props);
  const query = quoteQueryOfOrder(values);
  const { data: quote } = useQuote(slug, query);
  const words = useOrderWords(values, {
    slug,
    customerName: customer?.name,
    offering,
    price: quote?.price,
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
          { label: t('summary.extras'), value: words.extras },
          {
            label: t('summary.price'),
            value: words.price && (
              <strong className={styles.price}>{words.price}</strong>
            ),
          },
        ]}
      />
      <QuotedPrice customer={slug} query={query} />
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

function quoteQueryOfOrder({ placement, beside }: OrderValues) {
  const { cloud, size, customSize } = placement ?? {};
  const addOns = beside?.extras?.addOns;
  return quoteQueryOf({ cloud, size, customSize, addOns });
}

export const orderSummaryField = createFormField<
  z.ZodType<Partial<OrderWords>>,
  z.ZodType
>({
  name: 'FreeholdOrderSummary',
  component: OrderSummary,
  validation: (words, validation, { apiHolder }) => {
    if (!words?.price) {
      validation.addError(translateSpecification(apiHolder, 'price'));
    }
  },
});
