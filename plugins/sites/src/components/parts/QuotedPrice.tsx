import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Text } from '@backstage/ui';
import {
  ErrorPanel,
  formatMoney,
  LoadingRows,
  useMe,
} from '@freehold/plugin-tenancy-react';
import { useEffect, useRef } from 'react';
import type { PriceQuote } from '../../api';
import type { QuoteQuery } from '../../api/SitesApi';
import { leftOf } from '../../domain/comparePrices';
import { useQuote } from '../../hooks/useQuote';
import { specificationTranslationRef } from '../../specificationTranslation';
import { PriceComparison } from './PriceComparison';
import styles from './QuotedPrice.module.css';

/**
 * What a site would cost, part by part, as it is put together: against what it
 * costs now, and against what its customer may spend.
 */
export function QuotedPrice(props: {
  customer: string | undefined;
  /** Absent while something is missing. */
  query: QuoteQuery | undefined;
}) {
  const { customer, query } = props;
  const { t } = useTranslationRef(specificationTranslationRef);
  const { data, error, refresh } = useQuote(customer, query);
  // While the next price is asked for, the last one keeps its place.
  const last = useRef<PriceQuote>();
  useEffect(() => {
    if (data) last.current = data;
  }, [data]);
  const quote = data ?? last.current;
  if (!query) {
    return <Text color="secondary">{t('quote.incomplete')}</Text>;
  }
  if (error) {
    return (
      <ErrorPanel
        error={error}
        title={t('quote.failed')}
        onRetry={() => refresh()}
      />
    );
  }
  if (!quote) return <LoadingRows count={3} height="1.5rem" />;
  return (
    <div className={styles.quote} aria-live="polite" aria-busy={!data}>
      <PriceComparison
        before={quote.before}
        after={quote.price}
        cloud={query.cloud}
      />
      {quote.refusal ? (
        <Alert status="warning" icon role="alert" title={quote.refusal} />
      ) : (
        <LimitLeft quote={quote} />
      )}
    </div>
  );
}

function LimitLeft({ quote }: { quote: PriceQuote }) {
  const { monthlyLimit: limit, monthlyTotal: total } = quote;
  const { t } = useTranslationRef(specificationTranslationRef);
  const { me } = useMe();
  if (!limit || !total) return null;
  return (
    <Text as="p" color="secondary">
      {t(me?.kind === 'member' ? 'quote.left' : 'quote.leftOf', {
        left: formatMoney(leftOf(limit.amount, total.amount), limit.currency),
        limit: formatMoney(limit.amount, limit.currency),
      })}
    </Text>
  );
}
