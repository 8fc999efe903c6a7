import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { formatMoney, Money } from '@freehold/plugin-tenancy-react';
import type { ReasonedPart, ServiceChange } from '../../api';
import { directionOf, isNegligible } from '../../domain/comparisonSums';
import { isZero } from '../../domain/costSums';
import type { CostsView } from '../../domain/CostsView';
import type { DayRange } from '../../domain/DayRange';
import { narrow } from '../../domain/drillDown';
import type { CostsViewState } from '../../hooks/useCostsView';
import { lookingTranslationRef } from '../../lookingTranslation';
import { Difference } from '../parts/Difference';
import tables from '../parts/tables.module.css';
import styles from './ChangeRows.module.css';

interface ChangeRowsProps {
  service: ServiceChange;
  name: string;
  labels: Record<'now' | 'before' | 'difference', string>;
  currency: string;
  before: DayRange;
  state: CostsViewState;
}

/** One service that changed, and below it the resources that made it so. */
export function ChangeRows(props: ChangeRowsProps) {
  const { service, name, currency, state } = props;
  const { t } = useTranslationRef(lookingTranslationRef);
  const view = narrow(state.view, {
    dimension: 'service_name',
    value: service.service ?? '',
  });
  return (
    <>
      <ChangeRow {...props} view={view} change={service} name={name} />
      {service.resources.map(resource => (
        <ChangeRow
          {...props}
          key={`=${resource.resourceId}`}
          change={resource}
          name={resource.name ?? resource.resourceId ?? t('changes.resource')}
          view={narrow(view, {
            dimension: 'resource_id',
            value: resource.resourceId ?? '',
          })}
          isPart
        />
      ))}
      {service.resources.length > 0 && !isZero(service.rest) && (
        <tr className={styles.part}>
          <th scope="row" colSpan={5} className={tables.quiet}>
            {t('changes.rest', {
              difference: formatMoney(service.rest, currency, {
                isRounded: true,
                withSign: true,
              }),
            })}
          </th>
        </tr>
      )}
    </>
  );
}

function ChangeRow(
  props: Pick<ChangeRowsProps, 'labels' | 'currency' | 'before' | 'state'> & {
    change: Pick<ServiceChange, 'amount' | 'before' | 'difference' | 'reasons'>;
    name: string;
    view: CostsView;
    isPart?: boolean;
  },
) {
  const { change, labels, currency, before, state, name, view, isPart } = props;
  const { t } = useTranslationRef(lookingTranslationRef);
  const whyOf = useReasons(currency);
  const now = state.hrefOf({
    to: 'charges',
    view,
    figure: { amount: change.amount, currency },
  });
  const then = state.hrefOf({
    to: 'charges',
    view: { ...view, preset: undefined, range: before },
    figure: { amount: change.before, currency },
  });
  const isGone = isZero(change.amount);
  return (
    <tr className={isPart ? styles.part : styles.service}>
      <th scope="row">
        <Link href={isGone ? then : now}>{name}</Link>
      </th>
      <td className={`${tables.quiet} ${tables.wide}`}>
        {whyOf(change.reasons)}
      </td>
      <td className={tables.number} data-label={labels.now}>
        <Link
          href={now}
          color="primary"
          aria-label={t('changes.seeOf', { what: name })}
        >
          <Money amount={change.amount} currency={currency} isRounded />
        </Link>
      </td>
      <td className={tables.number} data-label={labels.before}>
        <Link
          href={then}
          color="primary"
          aria-label={t('changes.seeBeforeOf', { what: name })}
        >
          <Money amount={change.before} currency={currency} isRounded />
        </Link>
      </td>
      <td className={tables.number} data-label={labels.difference}>
        <Difference amount={change.difference} currency={currency} />
      </td>
    </tr>
  );
}

/** Reasons in words, each with its part; what is shown as nothing is left out. */
function useReasons(currency: string) {
  const { t } = useTranslationRef(lookingTranslationRef);
  const nameOf = ({ reason, difference }: ReasonedPart) => {
    const suffix = directionOf(difference) === 'more' ? 'More' : 'Less';
    return reason === 'usage' || reason === 'price'
      ? t(`changes.reason.${reason}${suffix}`)
      : t(`changes.reason.${reason}`);
  };
  return (reasons: readonly ReasonedPart[]) => {
    const shown = reasons.filter(it => !isNegligible(it.difference));
    if (shown.length === 1) return nameOf(shown[0]);
    return shown
      .map(part =>
        t('changes.part', {
          reason: nameOf(part),
          difference: formatMoney(part.difference, currency, {
            isRounded: true,
            withSign: true,
          }),
        }),
      )
      .join(', ');
  };
}
