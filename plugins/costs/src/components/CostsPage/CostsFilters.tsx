import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import type { Prices } from '../../api';
import {
  metricsFor,
  type CostsView,
  type Granularity,
} from '../../domain/CostsView';
import {
  presets,
  rangeOf,
  todayInUtc,
  type Preset,
} from '../../domain/DayRange';
import type { CostsViewState } from '../../hooks/useCostsView';
import { costsTranslationRef } from '../../translation';
import { AddFilter } from './AddFilter';
import { CompareSelect } from './CompareSelect';
import { DaysPicker } from './DaysPicker';
import styles from './CostsFilters.module.css';

const CHOSEN = 'custom';

/** Which days and which cost are shown; all of it is in the address. */
export function CostsFilters(props: {
  state: CostsViewState;
  currencies: readonly string[];
  isStaff: boolean;
  /** Whether single charges are shown, which have no bars. */
  isOfRows?: boolean;
  /** Known once costs are. */
  prices?: Prices;
}) {
  const { state, currencies, isStaff, isOfRows } = props;
  const { view, change } = state;
  const { t } = useTranslationRef(costsTranslationRef);
  return (
    <div className={styles.filters} role="search">
      <Select
        label={t('range.label')}
        size="medium"
        options={[...presets, CHOSEN].map(id => ({
          id,
          label: t(`range.${id as Preset | typeof CHOSEN}`),
        }))}
        value={view.preset ?? CHOSEN}
        onChange={key => change(toRange(key))}
      />
      {!view.preset && (
        <DaysPicker
          label={t('range.days')}
          range={view.range}
          onChange={range => change({ range })}
        />
      )}
      <Select
        label={t('metric.label')}
        size="medium"
        options={metricsFor(props.prices).map(id => ({
          id,
          label: t(`metric.${id}`),
        }))}
        value={view.metric}
        onChange={key => change({ metric: key as CostsView['metric'] })}
      />
      {!isOfRows && (
        <Select
          label={t('granularity.label')}
          size="medium"
          options={(['day', 'month'] as const).map(id => ({
            id,
            label: t(`granularity.${id}`),
          }))}
          value={view.granularity}
          onChange={key => change({ granularity: key as Granularity })}
        />
      )}
      {!isOfRows && <CompareSelect state={state} />}
      {currencies.length > 1 && (
        <Select
          label={t('currency.label')}
          size="medium"
          options={currencies.map(id => ({ id, label: id }))}
          value={view.currency ?? currencies[0]}
          onChange={key => change({ currency: String(key) })}
        />
      )}
      <AddFilter state={state} isStaff={isStaff} />
    </div>
  );
}

/** Chosen days begin with those that were shown. */
function toRange(key: unknown): Partial<CostsView> {
  const preset = presets.find(it => it === key);
  if (!preset) return { preset: undefined };
  const range = rangeOf(preset, todayInUtc());
  return {
    preset,
    range,
    granularity: preset === 'last-12-months' ? 'month' : 'day',
  };
}
