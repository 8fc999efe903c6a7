import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Combobox, Select } from '@backstage/ui';
import { ErrorPanel, FormDialog } from '@freehold/plugin-tenancy-react';
import { RiFilter3Line } from '@remixicon/react';
import { useState } from 'react';
import type { Filter } from '../../domain/CostsView';
import type { AnyDimension } from '../../domain/tagDimension';
import { useCosts } from '../../hooks/useCosts';
import type { CostsViewState } from '../../hooks/useCostsView';
import { useDimensionOptions } from '../../hooks/useDimensionOptions';
import { useValueNames } from '../../hooks/useValueNames';
import { costsTranslationRef } from '../../translation';

const MOST_VALUES = 200;

/** The button that narrows a view to one value, and its dialog. */
export function AddFilter(props: { state: CostsViewState; isStaff: boolean }) {
  const { t } = useTranslationRef(costsTranslationRef);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="secondary"
        size="medium"
        iconStart={<RiFilter3Line />}
        onPress={() => setOpen(true)}
      >
        {t('filter.add')}
      </Button>
      {isOpen && <FilterDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function FilterDialog(props: {
  state: CostsViewState;
  isStaff: boolean;
  onClose: () => void;
}) {
  const { state, isStaff, onClose } = props;
  const { t } = useTranslationRef(costsTranslationRef);
  const [dimension, setDimension] = useState<AnyDimension>('service_name');
  const options = useDimensionOptions(state.view, {
    isStaff,
    chosen: dimension,
  });
  const [value, setValue] = useState<string>();
  const offered = useOffered(state, dimension);
  const submit = () => {
    if (value === undefined) return;
    const filter: Filter = { dimension, value };
    state.change({ filters: [...state.view.filters, filter] });
    onClose();
  };
  return (
    <FormDialog
      title={t('filter.title')}
      action={t('filter.submit')}
      isDisabled={value === undefined}
      isRunning={false}
      onSubmit={submit}
      onClose={onClose}
    >
      <Select
        label={t('filter.dimension')}
        size="medium"
        options={options}
        value={dimension}
        onChange={key => {
          setDimension(key as AnyDimension);
          setValue(undefined);
        }}
      />
      <Combobox
        key={dimension}
        label={t('filter.value')}
        description={t('filter.valueHint')}
        size="medium"
        options={offered.options}
        selectedKey={value === undefined ? null : keyOf(value)}
        onSelectionChange={key =>
          setValue(key === null ? undefined : valueOf(String(key)))
        }
      />
      {offered.error && (
        <ErrorPanel title={t('filter.failed')} error={offered.error} />
      )}
    </FormDialog>
  );
}

/** What has costs in the days shown and is not a filter yet. */
function useOffered(state: CostsViewState, dimension: AnyDimension) {
  const { view } = state;
  const chosen = view.filters.filter(it => it.dimension === dimension);
  const others = view.filters.filter(it => it.dimension !== dimension);
  const { data, error } = useCosts(
    { ...view, filters: others },
    { groupBy: dimension, granularity: 'total', top: MOST_VALUES },
  );
  const values = [
    ...new Set(
      (data?.items ?? [])
        .filter(({ isRest }) => !isRest)
        .map(({ value }) => value ?? ''),
    ),
  ].filter(value => !chosen.some(it => it.value === value));
  const nameOf = useValueNames(dimension, values);
  return {
    error,
    options: values.map(value => ({
      id: keyOf(value),
      label: nameOf({ value }),
    })),
  };
}

/** A key is never empty, though a value can be. */
function keyOf(value: string): string {
  return `=${value}`;
}

function valueOf(key: string): string {
  return key.slice(1);
}
