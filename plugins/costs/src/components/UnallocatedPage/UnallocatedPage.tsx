import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import {
  EmptyState,
  ErrorPanel,
  formatMoney,
  LoadingRows,
  Page,
} from '@freehold/plugin-tenancy-react';
import { RiCheckDoubleLine } from '@remixicon/react';
import type { UnallocatedReply } from '../../api';
import { allocationTranslationRef } from '../../allocationTranslation';
import { presets, type Preset } from '../../domain/DayRange';
import { useUnallocated } from '../../hooks/useAllocation';
import { useCostsPaths } from '../../hooks/useCostsPaths';
import { costsTranslationRef } from '../../translation';
import { AllocationTabs } from '../parts/AllocationTabs';
import { UnallocatedTable } from './UnallocatedTable';
import styles from './UnallocatedPage.module.css';
import { useUnallocatedView, WAYS } from './useUnallocatedView';

/** What is nobody's yet, the largest first: `/costs/allocation/unallocated`. */
export function UnallocatedPage() {
  const { t } = useTranslationRef(allocationTranslationRef);
  const { t: tCosts } = useTranslationRef(costsTranslationRef);
  const paths = useCostsPaths();
  const view = useUnallocatedView();
  const { data, error, refresh } = useUnallocated(view.query);
  return (
    <Page
      title={t('unallocated.title')}
      breadcrumbs={[
        { label: tCosts('title'), href: paths.dashboard },
        { label: t('title'), href: paths.allocation },
      ]}
      answer={data && <Answer reply={data} />}
    >
      <AllocationTabs />
      <div className={styles.filters}>
        <Select
          label={t('unallocated.range')}
          size="medium"
          options={presets.map(id => ({ id, label: tCosts(`range.${id}`) }))}
          value={view.preset}
          onChange={key => view.change({ range: key as Preset })}
        />
        <Select
          label={t('unallocated.by')}
          size="medium"
          options={[
            ...WAYS.map(id => ({ id, label: t(`unallocated.bys.${id}`) })),
            ...(view.tag
              ? [
                  {
                    id: 'tag',
                    label: t('unallocated.bys.tag', { tag: view.tag }),
                  },
                ]
              : []),
          ]}
          value={view.query.by}
          onChange={key => view.change({ by: String(key), tag: view.tag })}
        />
      </div>
      {error && (
        <ErrorPanel
          error={error}
          title={t('unallocated.failed')}
          onRetry={() => refresh()}
        />
      )}
      {!data && !error && <LoadingRows count={6} height="2.5rem" />}
      {data?.items.length === 0 && (
        <EmptyState
          icon={RiCheckDoubleLine}
          title={t('unallocated.none')}
          description={t('unallocated.noneHint')}
        />
      )}
      {data && data.items.length > 0 && (
        <UnallocatedTable items={data.items} view={view} />
      )}
    </Page>
  );
}

function Answer({ reply }: { reply: UnallocatedReply }) {
  const { t } = useTranslationRef(allocationTranslationRef);
  const { sums } = reply;
  if (sums.length === 0) return <>{t('unallocated.answerNone')}</>;
  const charges = sums.reduce((total, sum) => total + sum.charges, 0);
  return (
    <>
      {t('unallocated.answer', {
        amounts: sums
          .map(({ amount, currency }) =>
            formatMoney(amount, currency, { isRounded: true }),
          )
          .join(', '),
        charges: charges.toLocaleString(),
      })}
    </>
  );
}
