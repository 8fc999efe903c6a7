import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ErrorPanel, LoadingRows, Page } from '@freehold/plugin-tenancy-react';
import { allocationTranslationRef } from '../../allocationTranslation';
import { compareRules } from '../../domain/AllocationRules';
import { useRules, type Rules } from '../../hooks/useAllocation';
import { useCostsPaths } from '../../hooks/useCostsPaths';
import { costsTranslationRef } from '../../translation';
import { AllocationTabs } from '../parts/AllocationTabs';
import { DraftActions } from './DraftActions';
import { RulesEditor } from './RulesEditor';

/** The rules that say whose a cost is: `/costs/allocation`. */
export function AllocationPage() {
  const { t } = useTranslationRef(allocationTranslationRef);
  const { t: tCosts } = useTranslationRef(costsTranslationRef);
  const paths = useCostsPaths();
  const { data, error, refresh } = useRules();
  return (
    <Page
      title={t('title')}
      breadcrumbs={[{ label: tCosts('title'), href: paths.dashboard }]}
      answer={data && <Answer rules={data} />}
      actions={
        data?.draft && <DraftActions draft={data.draft} refresh={refresh} />
      }
    >
      <AllocationTabs />
      {error && (
        <ErrorPanel
          error={error}
          title={t('failed')}
          onRetry={() => refresh()}
        />
      )}
      {!data && !error && <LoadingRows count={5} height="4rem" />}
      {data && <RulesEditor rules={data} refresh={refresh} />}
    </Page>
  );
}

function Answer({ rules: { active, draft } }: { rules: Rules }) {
  const { t } = useTranslationRef(allocationTranslationRef);
  const shown = draft ?? active;
  if (!shown) return <>{t('rules.answer.none')}</>;
  const rules = t('rules.count', { count: shown.rules.length });
  const version = String(shown.version);
  if (!draft) return <>{t('rules.answer.active', { version, rules })}</>;
  const { changes, removed } = compareRules(draft.rules, active?.rules ?? []);
  const count =
    [...changes.values()].filter(change => change !== 'same').length +
    removed.length;
  return (
    <>
      {t('rules.answer.draft', {
        version,
        rules,
        changes: t('rules.changes', { count }),
      })}
    </>
  );
}
