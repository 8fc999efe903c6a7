import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ErrorPanel,
  formatMoney,
  LoadingRows,
  Section,
} from '@freehold/plugin-tenancy-react';
import type { CurrencyChange, ServiceChange } from '../../api';
import type { ComparedDays } from '../../domain/comparing';
import { absolute, directionOf } from '../../domain/comparisonSums';
import { isZero } from '../../domain/costSums';
import { formatRange, formatShortRange } from '../../domain/formatDays';
import type { CostsViewState } from '../../hooks/useCostsView';
import { useChanges } from '../../hooks/useComparison';
import { useValueNames } from '../../hooks/useValueNames';
import { lookingTranslationRef } from '../../lookingTranslation';
import { Difference } from '../parts/Difference';
import tables from '../parts/tables.module.css';
import { ChangeRows } from './ChangeRows';

interface BiggestChangesProps {
  state: CostsViewState;
  days: ComparedDays;
  currency: string | undefined;
}

/** Why the view does not cost what other days did: by service, resource and reason. */
export function BiggestChanges(props: BiggestChangesProps) {
  const { state, days, currency } = props;
  const { t } = useTranslationRef(lookingTranslationRef);
  const { data, error, refresh } = useChanges(state.view, days.before);
  if (error) {
    return (
      <ErrorPanel
        error={error}
        title={t('changes.failed')}
        onRetry={() => refresh()}
      />
    );
  }
  if (!data) return <LoadingRows count={1} height="12rem" />;
  const changes =
    data.currencies.find(it => it.currency === currency) ?? data.currencies[0];
  // Where there was nothing before, everything is new and nothing explained.
  if (!changes || isZero(changes.before)) return null;
  return <Changes {...props} changes={changes} />;
}

function Changes(props: BiggestChangesProps & { changes: CurrencyChange }) {
  const { state, days, changes } = props;
  const { currency, difference, services } = changes;
  const { t } = useTranslationRef(lookingTranslationRef);
  const nameOf = useValueNames(
    'service_name',
    services.map(({ service }) => service),
  );
  const [now, before] = [formatRange(days.now), formatRange(days.before)];
  const direction = directionOf(difference);
  const leading = services.find(
    service => directionOf(service.difference) === direction,
  );
  const sayLeading = ({ service }: ServiceChange) => {
    const name = nameOf({ value: service });
    // Where days are compared, how much it is in all is said above.
    return direction === 'same' || state.view.compare
      ? t('changes.above', { service: name })
      : t(`changes.${direction}`, {
          difference: formatMoney(absolute(difference), currency, {
            isRounded: true,
          }),
          before,
          service: name,
        });
  };
  const labels = {
    now: t('compare.amountIn', { range: formatShortRange(days.now) }),
    before: t('compare.amountIn', { range: formatShortRange(days.before) }),
    difference: t('compare.difference'),
  };
  return (
    <Section
      title={leading ? sayLeading(leading) : t('changes.title')}
      description={t('changes.description', { now, before })}
    >
      {services.length === 0 ? (
        <p className={tables.note}>{t('changes.none')}</p>
      ) : (
        <table
          className={`${tables.table} ${tables.list}`}
          aria-label={t('changes.title')}
        >
          <thead>
            <tr>
              <th scope="col">{t('changes.service')}</th>
              <th scope="col">{t('changes.why')}</th>
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
            {services.map(service => (
              <ChangeRows
                key={`=${service.service}`}
                service={service}
                name={nameOf({ value: service.service })}
                labels={labels}
                currency={currency}
                before={days.before}
                state={state}
              />
            ))}
            {!isZero(changes.rest) && (
              <SumRow
                label={t('changes.otherServices')}
                amount={changes.rest}
                currency={currency}
              />
            )}
            <SumRow
              label={t('changes.whole')}
              amount={difference}
              currency={currency}
              isWhole
            />
          </tbody>
        </table>
      )}
    </Section>
  );
}

function SumRow(props: {
  label: string;
  amount: string;
  currency: string;
  isWhole?: boolean;
}) {
  const { label, amount, currency, isWhole } = props;
  const figure = <Difference amount={amount} currency={currency} />;
  return (
    <tr>
      <th scope="row" colSpan={4}>
        {isWhole ? <strong>{label}</strong> : label}
      </th>
      <td className={tables.number}>
        {isWhole ? <strong>{figure}</strong> : figure}
      </td>
    </tr>
  );
}
