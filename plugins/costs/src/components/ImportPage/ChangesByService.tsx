import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { formatMoney, Money } from '@freehold/plugin-tenancy-react';
import type { Restatement } from '../../api';
import { differenceOf } from '../../domain/costSums';
import { formatMonth } from '../../domain/formatDays';
import { importsTranslationRef } from '../../importsTranslation';
import tables from '../parts/tables.module.css';
import styles from './ImportPage.module.css';

/** Which services were billed otherwise before an import, month by month. */
export function ChangesByService({ of: restated }: { of: Restatement }) {
  const { t } = useTranslationRef(importsTranslationRef);
  const month = formatMonth(restated.period);
  return (
    <details className={styles.changes}>
      <summary>
        {t('replaced.changes')}: {month}
      </summary>
      <Text as="p" color="secondary">
        {t('replaced.changesLead', { month })}
      </Text>
      <table
        className={`${tables.table} ${tables.list}`}
        aria-label={`${t('replaced.changes')}: ${month}`}
      >
        <thead>
          <tr>
            <th scope="col">{t('replaced.service')}</th>
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
          {restated.changes.map(({ after, before, currency, service }) => (
            <tr key={`${service}/${currency}`}>
              <th scope="row">{service ?? t('replaced.noService')}</th>
              <td className={tables.number} data-label={t('replaced.before')}>
                <Money amount={before} currency={currency} />
              </td>
              <td className={tables.number} data-label={t('replaced.after')}>
                <Money amount={after} currency={currency} />
              </td>
              <td className={tables.number} data-label={t('replaced.change')}>
                {formatMoney(differenceOf(after, before), currency, {
                  withSign: true,
                })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
