import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Checkbox } from '@backstage/ui';
import {
  EmptyState,
  ErrorPanel,
  Section,
  useAction,
} from '@freehold/plugin-tenancy-react';
import { RiCalendar2Line } from '@remixicon/react';
import { useState } from 'react';
import { costsApiRef, type SourcePeriod } from '../../api';
import { allocationTranslationRef } from '../../allocationTranslation';
import { formatMonth } from '../../domain/formatDays';
import { useReader } from '../../hooks/useReader';
import tables from '../parts/tables.module.css';
import styles from './MonthsTable.module.css';
import { Reallocations } from './Reallocations';

/** What each source has for each month, and by which rules; to be allocated anew. */
export function MonthsTable(props: {
  periods: readonly SourcePeriod[];
  inForce: number;
  refresh: () => Promise<unknown>;
}) {
  const { inForce, periods, refresh } = props;
  const { t } = useTranslationRef(allocationTranslationRef);
  const api = useApi(costsApiRef);
  const { canAllocate } = useReader();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [runs, setRuns] = useState<string[]>([]);
  const behind = periods.filter(it => it.ruleSetVersion !== inForce);
  const start = useAction(async () => {
    const { items } = await api.reallocatePeriods(
      periods
        .filter(it => chosen.has(keyOf(it)))
        .map(({ period, source }) => ({ period, source })),
    );
    setRuns(known => [...known, ...items.map(it => it.importId)]);
    setChosen(new Set());
  });
  const toggle = (key: string) => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    setChosen(next);
  };
  if (periods.length === 0) {
    return (
      <EmptyState
        icon={RiCalendar2Line}
        title={t('versions.none')}
        description={t('versions.noneHint')}
      />
    );
  }
  return (
    <>
      {runs.length > 0 && <Reallocations importIds={runs} onDone={refresh} />}
      <Section
        title={t('versions.months')}
        description={t('versions.monthsLead')}
        actions={
          canAllocate && (
            <div className={styles.actions}>
              {behind.length > 0 && (
                <Button
                  variant="secondary"
                  size="medium"
                  onPress={() => setChosen(new Set(behind.map(keyOf)))}
                >
                  {t('versions.chooseBehind')}
                </Button>
              )}
              <Button
                variant="primary"
                size="medium"
                isDisabled={chosen.size === 0}
                isPending={start.isRunning}
                onPress={() => start.run()}
              >
                {chosen.size === 0
                  ? t('versions.submitNone')
                  : t('versions.submit', { count: chosen.size })}
              </Button>
            </div>
          )
        }
      >
        {start.error && (
          <ErrorPanel error={start.error} title={t('versions.failed')} />
        )}
        <table
          className={`${tables.table} ${tables.list}`}
          aria-label={t('versions.months')}
        >
          <thead>
            <tr>
              <th scope="col">{t('versions.month')}</th>
              <th scope="col">{t('versions.source')}</th>
              <th scope="col">{t('versions.by')}</th>
            </tr>
          </thead>
          <tbody>
            {periods.map(held => (
              <tr key={keyOf(held)}>
                <th scope="row">
                  {canAllocate ? (
                    <Checkbox
                      isSelected={chosen.has(keyOf(held))}
                      onChange={() => toggle(keyOf(held))}
                      aria-label={t('versions.choose', {
                        source: held.sourceName,
                        month: formatMonth(held.period),
                      })}
                    >
                      {formatMonth(held.period)}
                    </Checkbox>
                  ) : (
                    formatMonth(held.period)
                  )}
                </th>
                <td data-label={t('versions.source')}>{held.sourceName}</td>
                <td data-label={t('versions.by')}>
                  <By version={held.ruleSetVersion} inForce={inForce} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
    </>
  );
}

function By({ inForce, version }: { inForce: number; version: number }) {
  const { t } = useTranslationRef(allocationTranslationRef);
  const name =
    version === 0
      ? t('versions.labelsOnly')
      : t('versions.version', { version: String(version) });
  return (
    <span>
      {name}
      {version === inForce && (
        <span className={tables.quiet}> · {t('versions.inForce')}</span>
      )}
    </span>
  );
}

function keyOf({ period, source }: SourcePeriod): string {
  return `${source}/${period}`;
}
