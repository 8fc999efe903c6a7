import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { formatMoney, Money } from '@freehold/plugin-tenancy-react';
import type { AllocationSimulation } from '../../api';
import { allocationTranslationRef } from '../../allocationTranslation';
import { differenceOf, isZero } from '../../domain/costSums';
import { highestOf } from '../../domain/simulatedMoves';
import { useCustomerName } from '../../hooks/useRuleWords';
import { toDrawableShare } from '../parts/drawable';
import { FigurePanel } from '../parts/FigurePanel';
import tables from '../parts/tables.module.css';
import styles from './SimulationPage.module.css';

type Customer = AllocationSimulation['customers'][number];

/** What lies with each customer before and after, of those for whom it changes. */
export function CustomersChange(props: {
  simulation: AllocationSimulation;
  currency: string;
}) {
  const { currency } = props;
  const { t } = useTranslationRef(allocationTranslationRef);
  const nameOf = useCustomerName();
  const changed = props.simulation.customers.filter(
    it =>
      it.currency === currency && !isZero(differenceOf(it.after, it.before)),
  );
  if (changed.length === 0) return null;
  const say = (amount: string) =>
    formatMoney(amount, currency, { isRounded: true });
  return (
    <FigurePanel
      title={t('simulation.customers')}
      description={t('simulation.customersLead', { currency })}
      summary={changed
        .map(({ after, before, tenant }) =>
          t('simulation.chartSummary', {
            name: nameOf(tenant),
            before: say(before),
            after: say(after),
          }),
        )
        .join(' ')}
      chart={<Bars customers={changed} />}
      table={<ChangeTable customers={changed} />}
    />
  );
}

function Bars({ customers }: { customers: readonly Customer[] }) {
  const { t } = useTranslationRef(allocationTranslationRef);
  const nameOf = useCustomerName();
  const highest = highestOf(
    customers.flatMap(({ after, before }) => [after, before]),
  );
  return (
    <div aria-hidden>
      <p className={styles.legend}>
        {(['before', 'after'] as const).map(side => (
          <span key={side}>
            <span className={`${styles.key} ${styles[side]}`} />
            {t(`simulation.${side}`)}
          </span>
        ))}
      </p>
      <ul className={styles.bars}>
        {customers.map(customer => (
          <li key={customer.tenant ?? ''} className={styles.customer}>
            <span>{nameOf(customer.tenant)}</span>
            <span className={styles.pair}>
              {(['before', 'after'] as const).map(side => (
                <span key={side} className={styles.line}>
                  <span className={styles.track}>
                    <span
                      className={`${styles.bar} ${styles[side]}`}
                      style={{
                        width: `${toDrawableShare(customer[side], highest) * 100}%`,
                      }}
                    />
                  </span>
                  <span className={styles.amount}>
                    {formatMoney(customer[side], customer.currency, {
                      isRounded: true,
                    })}
                  </span>
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function ChangeTable({ customers }: { customers: readonly Customer[] }) {
  const { t } = useTranslationRef(allocationTranslationRef);
  const nameOf = useCustomerName();
  return (
    <table
      className={`${tables.table} ${tables.list}`}
      aria-label={t('simulation.customers')}
    >
      <thead>
        <tr>
          <th scope="col">{t('dimension.tenant')}</th>
          {(['before', 'after', 'change'] as const).map(column => (
            <th key={column} scope="col" className={tables.number}>
              {t(`simulation.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {customers.map(({ after, before, currency, tenant }) => (
          <tr key={tenant ?? ''}>
            <th scope="row">{nameOf(tenant)}</th>
            <td className={tables.number} data-label={t('simulation.before')}>
              <Money amount={before} currency={currency} isRounded />
            </td>
            <td className={tables.number} data-label={t('simulation.after')}>
              <Money amount={after} currency={currency} isRounded />
            </td>
            <td className={tables.number} data-label={t('simulation.change')}>
              {formatMoney(differenceOf(after, before), currency, {
                withSign: true,
                isRounded: true,
              })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
