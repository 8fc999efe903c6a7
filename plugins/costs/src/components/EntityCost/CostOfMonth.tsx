import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Link, Text } from '@backstage/ui';
import { costsReadPermission } from '@freehold/plugin-costs-common';
import {
  ErrorPanel,
  formatMoney,
  LoadingRows,
  Money,
  Section,
} from '@freehold/plugin-tenancy-react';
import type { CostsSummary, CurrencySummary } from '../../api';
import { addDays, addMonths } from '../../domain/DayRange';
import { writeFigure } from '../../domain/drillDown';
import { writeFilter, type Filter } from '../../domain/CostsView';
import { formatMonthName } from '../../domain/formatDays';
import { useSummary } from '../../hooks/useCosts';
import { useCostsPaths } from '../../hooks/useCostsPaths';
import { useReader } from '../../hooks/useReader';
import { costsTranslationRef } from '../../translation';
import styles from './CostOfMonth.module.css';

/**
 * What a customer, or one of its sites, cost so far this month; nothing to
 * those who may not see it.
 */
export function CostOfMonth(props: { customer: string; site?: string }) {
  const { customer, site } = props;
  const { t } = useTranslationRef(costsTranslationRef);
  const paths = useCostsPaths();
  const { isStaff } = useReader();
  const { allowed } = usePermission({
    permission: costsReadPermission,
    resourceRef: customer,
  });
  const { data, error, refresh } = useSummary(
    allowed ? { customer, site } : undefined,
  );
  if (!allowed) return null;
  const filters: Filter[] = [
    ...(isStaff ? [{ dimension: 'customer' as const, value: customer }] : []),
    ...(site ? [{ dimension: 'site' as const, value: site }] : []),
  ];
  const search = new URLSearchParams(
    filters.map(filter => ['filter', writeFilter(filter)]),
  );
  return (
    <Section
      title={t('entity.title')}
      actions={
        data &&
        data.currencies.length > 0 && (
          <Link href={`${paths.dashboard}?${search}`}>{t('entity.all')}</Link>
        )
      }
    >
      {error && (
        <ErrorPanel
          error={error}
          title={t('entity.failed')}
          onRetry={() => refresh()}
        />
      )}
      {!data && !error && <LoadingRows count={1} height="3rem" />}
      {data?.currencies.length === 0 && (
        <Text as="p" color="secondary">
          {t('entity.empty')}
        </Text>
      )}
      {data?.currencies.map(figures => (
        <InCurrency
          key={figures.currency}
          figures={figures}
          summary={data}
          filters={filters}
        />
      ))}
    </Section>
  );
}

function InCurrency(props: {
  figures: CurrencySummary;
  summary: CostsSummary;
  filters: readonly Filter[];
}) {
  const { figures, summary, filters } = props;
  const paths = useCostsPaths();
  const { currency, monthToDate, atThisPace, lastMonth } = figures;
  const { t } = useTranslationRef(costsTranslationRef);
  const say = (amount: string) =>
    formatMoney(amount, currency, { isRounded: true });
  const rows = new URLSearchParams([
    ['from', summary.month],
    ['to', addDays(summary.today, 1)],
    ...filters.map(filter => ['filter', writeFilter(filter)]),
    ['figure', writeFigure({ amount: monthToDate, currency })],
  ]);
  const month = formatMonthName(addMonths(summary.month, -1));
  return (
    <p className={styles.cost}>
      <strong className={styles.figure}>
        <Link href={`${paths.charges}?${rows}`} color="primary">
          <Money amount={monthToDate} currency={currency} isRounded />
        </Link>
      </strong>
      <span className={styles.quiet}>
        {[
          atThisPace !== null && t('entity.pace', { amount: say(atThisPace) }),
          t('entity.before', { amount: say(lastMonth), month }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </p>
  );
}
