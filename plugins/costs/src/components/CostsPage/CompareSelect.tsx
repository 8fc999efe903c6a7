import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import { compareChoices, comparedDays } from '../../domain/comparing';
import { todayInUtc } from '../../domain/DayRange';
import type { CostsViewState } from '../../hooks/useCostsView';
import { lookingTranslationRef } from '../../lookingTranslation';
import { DaysPicker } from './DaysPicker';

const NOTHING = 'none';

/** What the view is shown beside. */
export function CompareSelect({ state }: { state: CostsViewState }) {
  const { view, change } = state;
  const { compare } = view;
  const { t } = useTranslationRef(lookingTranslationRef);
  const choose = (key: unknown) => {
    const to = compareChoices.find(it => it === key);
    if (to !== 'custom') {
      change({ compare: to && { to } });
      return;
    }
    // Chosen days begin with those that were beside it, or with those before.
    const { before } = comparedDays(
      view.range,
      compare ?? { to: 'before' },
      todayInUtc(),
    );
    change({ compare: { to, range: before } });
  };
  return (
    <>
      <Select
        label={t('compare.label')}
        size="medium"
        options={[NOTHING, ...compareChoices].map(id => ({
          id,
          label: t(`compare.${id as typeof NOTHING | 'before'}`),
        }))}
        value={compare?.to ?? NOTHING}
        onChange={choose}
      />
      {compare?.to === 'custom' && (
        <DaysPicker
          label={t('compare.days')}
          range={compare.range}
          onChange={range => change({ compare: { to: 'custom', range } })}
        />
      )}
    </>
  );
}
