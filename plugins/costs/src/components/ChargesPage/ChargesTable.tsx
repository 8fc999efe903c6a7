import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { Money } from '@freehold/plugin-tenancy-react';
import type { Charge, Metric } from '../../api';
import { formatDay } from '../../domain/formatDays';
import { useValueNames } from '../../hooks/useValueNames';
import { costsTranslationRef } from '../../translation';
import tables from '../parts/tables.module.css';

/** Charges as rows; each opens with everything that is known of it. */
export function ChargesTable(props: {
  charges: readonly Charge[];
  metric: Metric;
  isStaff: boolean;
  hrefOf: (charge: Charge) => string;
}) {
  const { charges, metric, isStaff, hrefOf } = props;
  const { t } = useTranslationRef(costsTranslationRef);
  const whoseOf = useWhose(charges, isStaff);
  return (
    <table
      className={`${tables.table} ${tables.list}`}
      aria-label={t('charges.title')}
    >
      <thead>
        <tr>
          <th scope="col">{t('charges.what')}</th>
          <th scope="col">{t('charges.day')}</th>
          <th scope="col">{t('charges.where')}</th>
          <th scope="col">{t('charges.whose')}</th>
          <th scope="col" className={tables.number}>
            {t('charges.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {charges.map(charge => (
          <tr key={keyOf(charge)}>
            <th scope="row">
              <Link href={hrefOf(charge)}>
                {charge.chargeDescription ??
                  charge.serviceName ??
                  t('charges.unnamed')}
              </Link>
              <div className={tables.quiet}>
                {joined(
                  charge.chargeCategory,
                  charge.serviceName,
                  charge.resourceName ?? charge.resourceId,
                )}
              </div>
            </th>
            <td className={tables.day}>
              {formatDay(charge.chargePeriodStart.slice(0, 10))}
            </td>
            <td className={`${tables.quiet} ${tables.wide}`}>
              {joined(
                charge.serviceProviderName,
                charge.subAccountId,
                charge.regionId,
              )}
            </td>
            <td className={tables.wide}>{whoseOf(charge)}</td>
            <td className={tables.number}>
              <ChargeAmount charge={charge} metric={metric} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ChargeAmount(props: { charge: Charge; metric: Metric }) {
  const { charge, metric } = props;
  const { t } = useTranslationRef(costsTranslationRef);
  const amount = {
    billed: charge.billedCost,
    effective: charge.effectiveCost,
    list: charge.listCost,
    contracted: charge.contractedCost,
  }[metric];
  if (amount === undefined) {
    return <span className={tables.quiet}>{t('charges.unknown')}</span>;
  }
  return <Money amount={amount} currency={charge.currency} isExact />;
}

function useWhose(charges: readonly Charge[], isStaff: boolean) {
  const customerName = useValueNames(
    'customer',
    isStaff ? charges.map(({ customer }) => customer) : [],
  );
  const siteName = useValueNames(
    'site',
    charges.map(({ site }) => site ?? null),
  );
  return ({ customer, site }: Charge) =>
    joined(
      isStaff ? customerName({ value: customer }) : undefined,
      site || !isStaff ? siteName({ value: site ?? null }) : undefined,
    );
}

function keyOf({ period, source, row, part }: Charge): string {
  return [period, source, row, part].join('/');
}

function joined(...parts: (string | undefined)[]): string {
  return [...new Set(parts.filter(Boolean))].join(' · ');
}
