import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { formatMoney, Money, Section } from '@freehold/plugin-tenancy-react';
import type { ImportDetail, Restatement } from '../../api';
import { differenceOf, isZero } from '../../domain/costSums';
import { formatMonth } from '../../domain/formatDays';
import { importsTranslationRef } from '../../importsTranslation';
import { ChangesByService } from './ChangesByService';
import tables from '../parts/tables.module.css';

/** What stood in each month before an import, and what stands there now. */
export function Replaced({ of: shown }: { of: ImportDetail }) {
  const { t } = useTranslationRef(importsTranslationRef);
  const reason = shown.periods[0]?.reason;
  return (
    <Section
      title={t('replaced.title')}
      description={reason && t('replaced.lead', { reason })}
    >
      {shown.periods.length === 0 ? (
        <Text as="p" color="secondary">
          {t('replaced.none')}
        </Text>
      ) : (
        <table
          className={`${tables.table} ${tables.list}`}
          aria-label={t('replaced.title')}
        >
          <thead>
            <tr>
              <th scope="col">{t('replaced.period')}</th>
              <th scope="col" className={tables.number}>
                {t('replaced.rows')}
              </th>
              <th scope="col" className={tables.number}>
                {t('replaced.before')}
              </th>
              <th scope="col" className={tables.number}>
                {t('replaced.after')}
              </th>
              <th scope="col" className={tables.number}>
                {t('replaced.change')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.periods.flatMap(restated =>
              restated.sums.map((sum, place) => (
                <Row
                  key={`${restated.period}/${sum.currency}`}
                  restated={restated}
                  sum={sum}
                  isFirst={place === 0}
                />
              )),
            )}
          </tbody>
        </table>
      )}
      {shown.periods
        .filter(({ changes, rowsBefore }) => rowsBefore > 0 && changes.length)
        .map(restated => (
          <ChangesByService key={restated.period} of={restated} />
        ))}
    </Section>
  );
}

function Row(props: {
  restated: Restatement;
  sum: Restatement['sums'][number];
  isFirst: boolean;
}) {
  const { restated, sum, isFirst } = props;
  const { currency, billedBefore, billedAfter } = sum;
  const { t } = useTranslationRef(importsTranslationRef);
  const change = differenceOf(billedAfter, billedBefore);
  const isNew = restated.rowsBefore === 0;
  return (
    <tr>
      <th scope="row">{isFirst && formatMonth(restated.period)}</th>
      <td className={tables.number} data-label={t('replaced.rows')}>
        {isFirst &&
          (isNew
            ? restated.rowsAfter.toLocaleString()
            : t('replaced.rowsChange', {
                before: restated.rowsBefore.toLocaleString(),
                after: restated.rowsAfter.toLocaleString(),
              }))}
      </td>
      <td className={tables.number} data-label={t('replaced.before')}>
        {isNew ? (
          t('replaced.isNew')
        ) : (
          <Money amount={billedBefore} currency={currency} />
        )}
      </td>
      <td className={tables.number} data-label={t('replaced.after')}>
        <Money amount={billedAfter} currency={currency} />
      </td>
      <td className={tables.number} data-label={t('replaced.change')}>
        {isZero(change)
          ? '–'
          : formatMoney(change, currency, { withSign: true })}
      </td>
    </tr>
  );
}
