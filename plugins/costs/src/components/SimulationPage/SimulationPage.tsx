import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink, Select, Text } from '@backstage/ui';
import {
  EmptyState,
  ErrorPanel,
  formatMoney,
  LoadingRows,
  Page,
} from '@freehold/plugin-tenancy-react';
import { RiCalendar2Line, RiGitBranchLine } from '@remixicon/react';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { AllocationSimulation, RuleSet } from '../../api';
import { allocationTranslationRef } from '../../allocationTranslation';
import { amountsMoved } from '../../domain/simulatedMoves';
import { formatMonth } from '../../domain/formatDays';
import { useRules, useSimulation } from '../../hooks/useAllocation';
import { useCostsPaths } from '../../hooks/useCostsPaths';
import { usePeriods } from '../../hooks/useImports';
import { useReader } from '../../hooks/useReader';
import { costsTranslationRef } from '../../translation';
import { AllocationTabs } from '../parts/AllocationTabs';
import { ActivateDialog } from './ActivateDialog';
import { SimulationResult } from './SimulationResult';
import styles from './SimulationPage.module.css';

/** The API tries rules on so many months at once. */
const MOST_MONTHS = 24;

/** What the draft of the rules would move: `/costs/allocation/simulation`. */
export function SimulationPage() {
  const { t } = useTranslationRef(allocationTranslationRef);
  const { t: tCosts } = useTranslationRef(costsTranslationRef);
  const paths = useCostsPaths();
  const { canAllocate } = useReader();
  const rules = useRules();
  const months = useMonths();
  const draft = rules.data?.draft;
  const simulation = useSimulation(draft?.revision, months.chosen);
  const error = rules.error ?? months.error;
  const [isActivating, setActivating] = useState(false);
  return (
    <Page
      title={t('simulation.title')}
      breadcrumbs={[
        { label: tCosts('title'), href: paths.dashboard },
        { label: t('title'), href: paths.allocation },
      ]}
      answer={simulation.data && <Answer simulation={simulation.data} />}
      actions={
        draft &&
        canAllocate && (
          <Button
            variant="primary"
            size="medium"
            onPress={() => setActivating(true)}
          >
            {t('rules.activate')}
          </Button>
        )
      }
    >
      <AllocationTabs />
      {error && (
        <ErrorPanel
          error={error}
          title={t('failed')}
          onRetry={() => Promise.all([rules.refresh(), months.refresh()])}
        />
      )}
      {!error && (!rules.data || !months.isLoaded) && (
        <LoadingRows count={5} height="3rem" />
      )}
      {rules.data && months.isLoaded && (
        <Body
          draft={draft}
          months={months}
          simulation={simulation}
          rules={[...(draft?.rules ?? []), ...(rules.data.active?.rules ?? [])]}
        />
      )}
      {isActivating && draft && (
        <ActivateDialog
          draft={draft}
          onClose={() => setActivating(false)}
          onDone={rules.refresh}
        />
      )}
    </Page>
  );
}

function Body(props: {
  draft: RuleSet | undefined;
  months: ReturnType<typeof useMonths>;
  simulation: ReturnType<typeof useSimulation>;
  rules: RuleSet['rules'];
}) {
  const { draft, months, rules, simulation } = props;
  const { t } = useTranslationRef(allocationTranslationRef);
  const paths = useCostsPaths();
  if (!draft) {
    return (
      <EmptyState
        icon={RiGitBranchLine}
        title={t('simulation.answer.none')}
        action={
          <ButtonLink href={paths.allocation} variant="primary" size="medium">
            {t('simulation.toRules')}
          </ButtonLink>
        }
      />
    );
  }
  if (months.offered.length === 0) {
    return (
      <EmptyState
        icon={RiCalendar2Line}
        title={t('simulation.noMonths')}
        description={t('simulation.noMonthsHint')}
      />
    );
  }
  return (
    <>
      <div className={styles.months}>
        <Select
          label={t('simulation.months')}
          description={t('simulation.monthsHint')}
          size="medium"
          selectionMode="multiple"
          options={months.offered.map(id => ({ id, label: formatMonth(id) }))}
          value={months.chosen}
          onChange={keys => months.choose(keys.map(String))}
        />
      </div>
      {simulation.error && (
        <ErrorPanel
          error={simulation.error}
          title={t('simulation.failed')}
          onRetry={() => simulation.refresh()}
        />
      )}
      {simulation.loading && (
        <>
          <Text as="p" color="secondary" role="status">
            {t('simulation.working')}
          </Text>
          <LoadingRows count={4} height="3rem" />
        </>
      )}
      {simulation.data && (
        <SimulationResult simulation={simulation.data} rules={rules} />
      )}
    </>
  );
}

function Answer({ simulation }: { simulation: AllocationSimulation }) {
  const { t } = useTranslationRef(allocationTranslationRef);
  const amounts = amountsMoved(simulation.moves);
  return (
    <>
      {amounts.length === 0
        ? t('simulation.answer.same')
        : t('simulation.answer.moves', {
            count: simulation.moves.length,
            amounts: amounts
              .map(({ amount, currency }) =>
                formatMoney(amount, currency, { isRounded: true }),
              )
              .join(', '),
          })}
    </>
  );
}

/** The months that have charges, and those in the address; the newest unless told. */
function useMonths() {
  const [params, setParams] = useSearchParams();
  const { data, error, refresh } = usePeriods();
  const offered = [...new Set((data?.items ?? []).map(it => it.period))];
  const named = params.getAll('period').filter(it => offered.includes(it));
  const chosen = named.length > 0 ? named : offered.slice(0, 1);
  return {
    isLoaded: Boolean(data),
    error,
    refresh,
    offered,
    chosen: [...chosen].sort(),
    choose: (months: readonly string[]) =>
      setParams(
        new URLSearchParams(
          months.slice(0, MOST_MONTHS).map(month => ['period', month]),
        ),
      ),
  };
}
