import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { ErrorPanel, LoadingRows, Money } from '@freehold/plugin-tenancy-react';
import type { ComparedSum } from '../../api';
import type { ComparedDays } from '../../domain/comparing';
import { addUp, differenceOf, shareOf } from '../../domain/costSums';
import type { CostsView } from '../../domain/CostsView';
import { drillIntoValue, narrow } from '../../domain/drillDown';
import { formatShortRange } from '../../domain/formatDays';
import { useComparison } from '../../hooks/useComparison';
import type { CostsViewState } from '../../hooks/useCostsView';
import { useDimensionName } from '../../hooks/useDimensionName';
import { useValueNames } from '../../hooks/useValueNames';
import { lookingTranslationRef } from '../../lookingTranslation';
import { costsTranslationRef } from '../../translation';
import { Change, Difference } from '../parts/Difference';
import tables from '../parts/tables.module.css';
import type { BreakdownProps } from './Breakdown';
import { BreakdownSection } from './BreakdownSection';

const ROWS = 20;

type ComparedBreakdownProps = BreakdownProps & { compared: ComparedDays };

/** What each value of one dimension costs beside what it cost in other days. */
export function ComparedBreakdown(props: ComparedBreakdownProps) {
  const { state, compared, currency } = props;
  const { t } = useTranslationRef(lookingTranslationRef);
  const { data, error, refresh } = useComparison(state.view, compared.before, {
    groupBy: state.view.groupBy,
    top: ROWS,
  });
  if (error) {
    return (
      <ErrorPanel
        error={error}
        title={t('compare.failed')}
        onRetry={() => refresh()}
      />
    );
  }
  if (!data) return <LoadingRows count={1} height="18rem" />;
  const shown = data.items.some(it => it.currency === currency)
    ? currency
    : data.items[0]?.currency;
  const sums = data.items.filter(it => it.currency === shown);
  return sums.length ? <ComparedTable {...props} sums={sums} /> : null;
}

function ComparedTable(
  props: ComparedBreakdownProps & { sums: ComparedSum[] },
) {
  const { state, compared, isStaff, sums } = props;
  const { groupBy } = state.view;
  const { t } = useTranslationRef(lookingTranslationRef);
  const dimensionName = useDimensionName();
  const nameOf = useValueNames(
    groupBy,
    sums.map(({ value }) => value ?? null),
  );
  const labels: Labels = {
    now: t('compare.amountIn', { range: formatShortRange(compared.now) }),
    before: t('compare.amountIn', { range: formatShortRange(compared.before) }),
    difference: t('compare.difference'),
    change: t('compare.changeColumn'),
  };
  return (
    <BreakdownSection state={state} isStaff={isStaff}>
      {title => (
        <table className={`${tables.table} ${tables.list}`} aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{dimensionName(groupBy)}</th>
              {Object.values(labels).map(label => (
                <th
                  key={label}
                  scope="col"
                  className={`${tables.number} ${tables.wrapped}`}
                >
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sums.map(sum => (
              <ComparedRow
                key={sum.isRest ? 'rest' : `=${sum.value}`}
                sum={sum}
                name={nameOf({ ...sum, value: sum.value ?? null })}
                labels={labels}
                compared={compared}
                state={state}
              />
            ))}
            <TotalRow sums={sums} labels={labels} />
          </tbody>
        </table>
      )}
    </BreakdownSection>
  );
}

/** All of the rows; the figures lead to charges above, in the summary. */
function TotalRow(props: { sums: ComparedSum[]; labels: Labels }) {
  const { sums, labels } = props;
  const { currency } = sums[0];
  const { t } = useTranslationRef(costsTranslationRef);
  const amount = addUp(sums.map(sum => sum.amount));
  const before = addUp(sums.map(sum => sum.before));
  const difference = differenceOf(amount, before);
  return (
    <tr>
      <th scope="row">
        <strong>{t('chart.total')}</strong>
      </th>
      <td className={tables.number} data-label={labels.now}>
        <strong>
          <Money amount={amount} currency={currency} isRounded />
        </strong>
      </td>
      <td className={tables.number} data-label={labels.before}>
        <strong>
          <Money amount={before} currency={currency} isRounded />
        </strong>
      </td>
      <td className={tables.number} data-label={labels.difference}>
        <strong>
          <Difference amount={difference} currency={currency} />
        </strong>
      </td>
      <td className={tables.number} data-label={labels.change}>
        <strong>
          <Change
            amount={amount}
            before={before}
            change={shareOf(difference, before) ?? null}
          />
        </strong>
      </td>
    </tr>
  );
}

type Labels = Record<'now' | 'before' | 'difference' | 'change', string>;

function ComparedRow(props: {
  sum: ComparedSum;
  name: string;
  labels: Labels;
  compared: ComparedDays;
  state: CostsViewState;
}) {
  const { sum, name, labels, compared, state } = props;
  const { view, hrefOf } = state;
  const { amount, before, currency } = sum;
  const filter = { dimension: view.groupBy, value: sum.value ?? '' };
  const narrowed = narrow(view, filter);
  const past = { ...narrowed, preset: undefined, range: compared.before };
  const figure = (of: string, to: CostsView) => {
    const money = <Money amount={of} currency={currency} isRounded />;
    return sum.isRest ? (
      money
    ) : (
      <Link
        href={hrefOf({
          to: 'charges',
          view: to,
          figure: { amount: of, currency },
        })}
        color="primary"
      >
        {money}
      </Link>
    );
  };
  return (
    <tr>
      <th scope="row">
        {sum.isRest ? (
          name
        ) : (
          <Link href={hrefOf(drillIntoValue(view, filter))}>{name}</Link>
        )}
      </th>
      <td className={tables.number} data-label={labels.now}>
        {figure(amount, narrowed)}
      </td>
      <td className={tables.number} data-label={labels.before}>
        {figure(before, past)}
      </td>
      <td className={tables.number} data-label={labels.difference}>
        <Difference amount={sum.difference} currency={currency} />
      </td>
      <td className={tables.number} data-label={labels.change}>
        <Change amount={amount} before={before} change={sum.change} />
      </td>
    </tr>
  );
}
