import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  EmptyState,
  ErrorPanel,
  LoadingRows,
  Money,
  Page,
  RelativeTime,
} from '@freehold/plugin-tenancy-react';
import { RiCalendar2Line } from '@remixicon/react';
import type { SourcePeriod } from '../../api';
import { formatMonth } from '../../domain/formatDays';
import { useCostsPaths } from '../../hooks/useCostsPaths';
import { usePeriods } from '../../hooks/useImports';
import { importsTranslationRef } from '../../importsTranslation';
import { costsTranslationRef } from '../../translation';
import { ImportsTabs } from '../parts/ImportsTabs';
import tables from '../parts/tables.module.css';

/** What each source has for each month: `/costs/periods`. */
export function PeriodsPage() {
  const { t } = useTranslationRef(importsTranslationRef);
  const { t: tCosts } = useTranslationRef(costsTranslationRef);
  const paths = useCostsPaths();
  const { data, error, refresh } = usePeriods();
  return (
    <Page
      title={t('periods.title')}
      answer={t('periods.answer')}
      breadcrumbs={[{ label: tCosts('title'), href: paths.dashboard }]}
    >
      <ImportsTabs />
      {error && (
        <ErrorPanel
          error={error}
          title={t('periods.failed')}
          onRetry={() => refresh()}
        />
      )}
      {!data && !error && <LoadingRows count={6} height="2.5rem" />}
      {data?.items.length === 0 && (
        <EmptyState
          icon={RiCalendar2Line}
          title={t('periods.none')}
          description={t('periods.noneHint')}
        />
      )}
      {data && data.items.length > 0 && <PeriodsTable periods={data.items} />}
    </Page>
  );
}

function PeriodsTable({ periods }: { periods: readonly SourcePeriod[] }) {
  const { t } = useTranslationRef(importsTranslationRef);
  const paths = useCostsPaths();
  return (
    <table
      className={`${tables.table} ${tables.list}`}
      aria-label={t('periods.title')}
    >
      <thead>
        <tr>
          <th scope="col">{t('periods.period')}</th>
          <th scope="col">{t('periods.source')}</th>
          <th scope="col" className={tables.number}>
            {t('periods.rows')}
          </th>
          <th scope="col" className={tables.number}>
            {t('periods.billed')}
          </th>
          <th scope="col" className={tables.number}>
            {t('periods.since')}
          </th>
        </tr>
      </thead>
      <tbody>
        {periods.map(held => (
          <tr key={`${held.source}/${held.period}`}>
            <th scope="row">{formatMonth(held.period)}</th>
            <td>{held.sourceName}</td>
            <td className={tables.number} data-label={t('periods.rows')}>
              {held.rows.toLocaleString()}
            </td>
            <td className={tables.number}>
              {held.sums.map(({ amount, currency }) => (
                <div key={currency}>
                  <Money amount={amount} currency={currency} />
                </div>
              ))}
            </td>
            <td className={tables.number}>
              <Link href={paths.import(held.importId)}>
                <RelativeTime at={held.replacedAt} />
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
