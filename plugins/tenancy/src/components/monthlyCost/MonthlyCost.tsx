import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import {
  ErrorPanel,
  LoadingRows,
  RelativeTime,
} from '@freehold/plugin-tenancy-react';
import type { ReactNode } from 'react';
import type { useMonthlyCost } from '../../hooks';
import { monthlyCostTranslationRef } from '../../monthlyCostTranslation';
import styles from '../lists.module.css';
import { CostBar } from './CostBar';
import { costBars } from './costShares';

/** What a customer's sites cost a month, by site, and what they may. */
export function MonthlyCost(props: {
  customer: string;
  cost: ReturnType<typeof useMonthlyCost>;
  actions?: ReactNode;
}) {
  const { customer, actions } = props;
  const { t } = useTranslationRef(monthlyCostTranslationRef);
  const { value, error, retry } = props.cost;
  const bars = value && costBars(value);
  return (
    <section className={styles.section} aria-labelledby="monthly-cost">
      <div className={styles.sectionHead}>
        <h2 id="monthly-cost">{t('title')}</h2>
        {actions}
      </div>
      {error && (
        <ErrorPanel title={t('failed')} error={error} onRetry={retry} />
      )}
      {!error && !value && <LoadingRows count={2} />}
      {!error && bars?.length === 0 && (
        <Text as="p" color="secondary">
          {t('means')}
        </Text>
      )}
      {!error &&
        bars?.map(bar => (
          <CostBar key={bar.currency} customer={customer} bar={bar} />
        ))}
      {!error && value?.limit && (
        <Text as="p" color="secondary">
          {t('setAt')} <RelativeTime at={value.limit.setAt} />.{' '}
          {t('because', { reason: value.limit.reason })}
        </Text>
      )}
    </section>
  );
}
