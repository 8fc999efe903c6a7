import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  EmptyState,
  ErrorPanel,
  Section,
  useAction,
} from '@freehold/plugin-tenancy-react';
import { RiAddLine, RiGitBranchLine } from '@remixicon/react';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { costsApiRef, type AllocationRule } from '../../api';
import { allocationTranslationRef } from '../../allocationTranslation';
import {
  compareRules,
  inOrder,
  moveRule,
  putRule,
  renumber,
} from '../../domain/AllocationRules';
import { readSuggestion } from '../../domain/ruleSuggestion';
import type { Rules } from '../../hooks/useAllocation';
import { useReader } from '../../hooks/useReader';
import { RuleDialog } from './RuleDialog';
import { RulesList } from './RulesList';

/** The draft, or what is in force until something is changed. */
export function RulesEditor(props: {
  rules: Rules;
  refresh: () => Promise<unknown>;
}) {
  const { refresh } = props;
  const { active, draft } = props.rules;
  const { t } = useTranslationRef(allocationTranslationRef);
  const api = useApi(costsApiRef);
  const { canAllocate } = useReader();
  const [params, setParams] = useSearchParams();
  const suggestion = readSuggestion(params);
  const [edited, setEdited] = useState<AllocationRule | 'new'>();
  const rules = inOrder((draft ?? active)?.rules ?? []);
  const compared = draft && compareRules(draft.rules, active?.rules ?? []);
  const save = useAction(async (changed: readonly AllocationRule[]) => {
    await api.saveRuleSetDraft({
      revision: draft?.revision,
      rules: changed,
    });
    await refresh();
    return true;
  });
  const close = () => {
    setEdited(undefined);
    if (suggestion) setParams({}, { replace: true });
  };
  const isOpen = canAllocate && (edited !== undefined || suggestion);
  const add = canAllocate && (
    <Button
      variant={draft ? 'secondary' : 'primary'}
      size="medium"
      iconStart={<RiAddLine />}
      onPress={() => setEdited('new')}
    >
      {t('rules.add')}
    </Button>
  );
  return (
    <>
      {save.error && !isOpen && (
        <ErrorPanel
          error={save.error}
          title={t('rules.saveFailed')}
          onRetry={() => refresh()}
        />
      )}
      {rules.length === 0 && !compared?.removed.length ? (
        <EmptyState
          icon={RiGitBranchLine}
          title={t('rules.none')}
          description={t('rules.noneHint')}
          action={add}
        />
      ) : (
        <Section
          title={t('rules.list')}
          description={t('rules.listHint')}
          actions={add}
        >
          <RulesList
            rules={rules}
            compared={compared}
            isBusy={save.isRunning}
            onEdit={setEdited}
            onMove={(id, by) => save.run(moveRule(rules, id, by))}
            onRemove={id =>
              save.run(renumber(rules.filter(rule => rule.id !== id)))
            }
          />
        </Section>
      )}
      {isOpen && (
        <RuleDialog
          rule={edited === 'new' ? undefined : edited}
          suggestion={suggestion}
          rules={rules}
          save={save}
          onSave={async rule => {
            if (await save.run(putRule(rules, rule))) close();
          }}
          onClose={close}
        />
      )}
    </>
  );
}
