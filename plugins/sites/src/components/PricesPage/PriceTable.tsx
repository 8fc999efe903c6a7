import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Switch, Text } from '@backstage/ui';
import { formatMoney, Section } from '@freehold/plugin-tenancy-react';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { PriceBook } from '../../api';
import type { PriceRow } from '../../domain/PriceBookForm';
import { useOffering } from '../../hooks/useOffering';
import { usePriceItemTitle } from '../../hooks/usePriceItemTitle';
import { pricesTranslationRef } from '../../pricesTranslation';
import { Difference } from '../parts/Difference';
import styles from './PriceTable.module.css';

/** Prices of a version by cloud, each beside that of another version. */
export function PriceTable(props: {
  rows: PriceRow[];
  currency: string;
  compared: PriceBook | undefined;
  /** What to show for an amount; the amount itself where this is absent. */
  renderAmount?: (row: PriceRow, label: string) => ReactNode;
}) {
  const { rows, compared } = props;
  const { t } = useTranslationRef(pricesTranslationRef);
  const [search, setSearch] = useSearchParams();
  const onlyChanges = search.get('changes') === 'only';
  const shown = onlyChanges ? rows.filter(({ differs }) => differs) : rows;
  const unpriced = rows.filter(row => row.amount === '' && !row.isGone);
  const { data: offering } = useOffering();
  const order = offering?.clouds.map(({ id }) => id) ?? [];
  const clouds = [...new Set(shown.map(({ cloud }) => cloud))].sort(
    (left, right) => order.indexOf(left) - order.indexOf(right),
  );
  return (
    <div className={styles.prices}>
      {unpriced.length > 0 && (
        <Alert
          status="warning"
          icon
          title={t('book.unpriced', { count: unpriced.length })}
        />
      )}
      {compared && (
        <Switch
          label={t('book.onlyChanges')}
          isSelected={onlyChanges}
          onChange={isOn => setSearch(isOn ? { changes: 'only' } : {})}
        />
      )}
      {clouds.length === 0 && (
        <Text as="p" color="secondary">
          {t('book.noChanges')}
        </Text>
      )}
      {clouds.map(cloud => (
        <CloudPrices
          key={cloud}
          {...props}
          cloud={cloud}
          rows={shown.filter(row => row.cloud === cloud)}
        />
      ))}
    </div>
  );
}

function CloudPrices(
  props: Parameters<typeof PriceTable>[0] & { cloud: string },
) {
  const { cloud, rows, currency, compared } = props;
  const { t } = useTranslationRef(pricesTranslationRef);
  const { data: offering } = useOffering();
  const title = offering?.clouds.find(({ id }) => id === cloud)?.title ?? cloud;
  return (
    <Section title={title}>
      <table className={styles.table} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{t('book.part')}</th>
            {compared && (
              <th scope="col" className={styles.number}>
                {t('book.compared', { version: compared.version })}
              </th>
            )}
            <th scope="col" className={styles.number}>
              {t('book.amount', { currency })}
            </th>
            {compared && (
              <th scope="col" className={styles.number}>
                {t('book.difference')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <Row key={row.key} {...props} row={row} cloudTitle={title} />
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Row(
  props: Parameters<typeof CloudPrices>[0] & {
    row: PriceRow;
    cloudTitle: string;
  },
) {
  const { row, currency, compared, cloudTitle, renderAmount } = props;
  const { t } = useTranslationRef(pricesTranslationRef);
  const titleOf = usePriceItemTitle(row.cloud);
  const title = titleOf(row.item);
  const say = (amount: string | undefined) =>
    amount ? formatMoney(amount, currency) : t('book.none');
  const label = t('book.of', { item: title, cloud: cloudTitle });
  return (
    <tr className={row.differs ? styles.differs : undefined}>
      <th scope="row">{title}</th>
      {compared && (
        <td className={styles.number} data-label={compared.version}>
          {say(row.compared)}
        </td>
      )}
      <td className={styles.number}>
        {row.isGone && t('book.notOffered')}
        {!row.isGone &&
          (renderAmount ? renderAmount(row, label) : say(row.amount))}
      </td>
      {compared && (
        <td className={styles.number} data-label={t('book.difference')}>
          <Difference amount={row.difference} currency={currency} />
          {row.percent && (
            <span className={styles.percent}> {signed(row.percent)} %</span>
          )}
        </td>
      )}
    </tr>
  );
}

function signed(percent: string): string {
  return new Intl.NumberFormat(undefined, { signDisplay: 'always' }).format(
    percent as Intl.StringNumericLiteral,
  );
}
