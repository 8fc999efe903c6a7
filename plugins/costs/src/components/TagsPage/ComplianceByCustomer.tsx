import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Link } from '@backstage/ui';
import {
  ErrorPanel,
  LoadingRows,
  Money,
  Section,
} from '@freehold/plugin-tenancy-react';
import { useState } from 'react';
import { addUp } from '../../domain/costSums';
import { useCostsPaths } from '../../hooks/useCostsPaths';
import { useCustomerCompliance } from '../../hooks/useTags';
import { useValueNames } from '../../hooks/useValueNames';
import { tagsTranslationRef } from '../../tagsTranslation';
import { costsTranslationRef } from '../../translation';
import tables from '../parts/tables.module.css';
import { shareText } from './ComplianceByKey';

const FIRST_ROWS = 10;
const MORE_ROWS = 200;

/** Which customers have most to fix in a month; each leads to its own. */
export function ComplianceByCustomer({ month }: { month: string }) {
  const paths = useCostsPaths();
  const { t } = useTranslationRef(tagsTranslationRef);
  const { t: tCosts } = useTranslationRef(costsTranslationRef);
  const [limit, setLimit] = useState(FIRST_ROWS);
  const { data, error, refresh } = useCustomerCompliance({
    period: month,
    limit,
  });
  const nameOf = useValueNames(
    'customer',
    (data?.items ?? []).map(({ customer }) => customer),
  );
  const hrefOf = (customer: string) =>
    `${paths.tags}?${new URLSearchParams({ month, customer })}`;
  return (
    <Section title={t('byCustomer.title')} description={t('byCustomer.lead')}>
      {error && (
        <ErrorPanel
          error={error}
          title={t('failed')}
          onRetry={() => refresh()}
        />
      )}
      {!data && !error && <LoadingRows count={3} height="2.5rem" />}
      {data && (
        <table
          className={`${tables.table} ${tables.list}`}
          aria-label={t('byCustomer.title')}
        >
          <thead>
            <tr>
              <th scope="col">{t('byCustomer.customer')}</th>
              <th scope="col" className={tables.number}>
                {t('byKey.byCost')}
              </th>
              <th scope="col" className={tables.number}>
                {t('byKey.byResources')}
              </th>
              <th scope="col" className={tables.number}>
                {t('byCustomer.toFix')}
              </th>
            </tr>
          </thead>
          <tbody>
            {data.items.map(item => (
              <tr key={`${item.customer}/${item.currency}`}>
                <th scope="row">
                  <Link href={hrefOf(item.customer)}>
                    {nameOf({ value: item.customer })}
                  </Link>
                </th>
                <td className={tables.number} data-label={t('byKey.byCost')}>
                  {shareText(item.byCost)}
                </td>
                <td
                  className={tables.number}
                  data-label={t('byKey.byResources')}
                >
                  {shareText(item.byResources)}
                </td>
                <td
                  className={tables.number}
                  data-label={t('byCustomer.toFix')}
                >
                  <Money
                    amount={addUp([item.missingCost, item.wrongCost])}
                    currency={item.currency}
                    isRounded
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {data && data.total > limit && limit < MORE_ROWS && (
        <p className={tables.note}>
          <Button
            variant="secondary"
            size="small"
            onPress={() => setLimit(MORE_ROWS)}
          >
            {tCosts('breakdown.more')}
          </Button>
        </p>
      )}
    </Section>
  );
}
