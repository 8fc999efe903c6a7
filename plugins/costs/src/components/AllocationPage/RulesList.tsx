import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonIcon } from '@backstage/ui';
import { StateChip, type StateTone } from '@freehold/plugin-tenancy-react';
import {
  RiAddCircleLine,
  RiArrowDownLine,
  RiArrowUpDownLine,
  RiArrowUpLine,
  RiDeleteBinLine,
  RiEdit2Line,
  RiPauseCircleLine,
  RiPlayCircleLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import type { AllocationRule } from '../../api';
import { allocationTranslationRef } from '../../allocationTranslation';
import type { compareRules, RuleChange } from '../../domain/AllocationRules';
import { useReader } from '../../hooks/useReader';
import { useRuleWords } from '../../hooks/useRuleWords';
import styles from './RulesList.module.css';

const LOOKS: Record<
  Exclude<RuleChange, 'same'>,
  [StateTone, RemixiconComponentType]
> = {
  added: ['good', RiAddCircleLine],
  changed: ['info', RiEdit2Line],
  moved: ['info', RiArrowUpDownLine],
  off: ['attention', RiPauseCircleLine],
  on: ['good', RiPlayCircleLine],
};

interface RulesListProps {
  /** In their order. */
  rules: readonly AllocationRule[];
  /** What the draft changes; none where this is no draft. */
  compared?: ReturnType<typeof compareRules>;
  isBusy: boolean;
  onEdit: (rule: AllocationRule) => void;
  onMove: (id: string, by: -1 | 1) => void;
  onRemove: (id: string) => void;
}

/** Rules in words, in their order, with what the draft changes of each. */
export function RulesList(props: RulesListProps) {
  const { compared, rules } = props;
  const { t } = useTranslationRef(allocationTranslationRef);
  const removed = compared?.removed ?? [];
  return (
    <ol className={styles.list} aria-label={t('rules.list')}>
      {rules.map((rule, place) => (
        <li key={rule.id} className={styles.rule}>
          <span className={styles.place}>{place + 1}</span>
          <RuleInWords
            rule={rule}
            change={compared?.changes.get(rule.id) ?? 'same'}
          />
          <RuleActions {...props} rule={rule} place={place} />
        </li>
      ))}
      {removed.map(rule => (
        <li key={rule.id} className={`${styles.rule} ${styles.removed}`}>
          <span aria-hidden>–</span>
          <RuleInWords rule={rule} change="removed" />
        </li>
      ))}
    </ol>
  );
}

function RuleInWords(props: {
  rule: AllocationRule;
  change: RuleChange | 'removed';
}) {
  const { change, rule } = props;
  const { t } = useTranslationRef(allocationTranslationRef);
  const words = useRuleWords([rule]);
  const look =
    change === 'same' || change === 'removed' ? undefined : LOOKS[change];
  return (
    <div>
      <div className={styles.head}>
        <strong>{rule.name}</strong>
        {look && (
          <StateChip
            tone={look[0]}
            icon={look[1]}
            label={t(`rules.change.${change as keyof typeof LOOKS}`)}
          />
        )}
        {change === 'removed' && (
          <StateChip
            tone="bad"
            icon={RiDeleteBinLine}
            label={t('rules.removed')}
          />
        )}
        {!rule.enabled && change !== 'off' && (
          <StateChip
            tone="quiet"
            icon={RiPauseCircleLine}
            label={t('rules.off')}
          />
        )}
      </div>
      <p className={styles.words}>
        {words.conditions(rule)} → {words.effect(rule)}
      </p>
    </div>
  );
}

function RuleActions(
  props: RulesListProps & { rule: AllocationRule; place: number },
) {
  const { isBusy, place, rule, rules } = props;
  const { name } = rule;
  const { t } = useTranslationRef(allocationTranslationRef);
  const { canAllocate } = useReader();
  if (!canAllocate) return null;
  return (
    <div className={styles.actions}>
      <ButtonIcon
        variant="tertiary"
        size="small"
        icon={<RiArrowUpLine />}
        aria-label={t('rules.upOf', { name })}
        isDisabled={isBusy || place === 0}
        onPress={() => props.onMove(rule.id, -1)}
      />
      <ButtonIcon
        variant="tertiary"
        size="small"
        icon={<RiArrowDownLine />}
        aria-label={t('rules.downOf', { name })}
        isDisabled={isBusy || place === rules.length - 1}
        onPress={() => props.onMove(rule.id, 1)}
      />
      <Button
        variant="secondary"
        size="small"
        aria-label={t('rules.editOf', { name })}
        isDisabled={isBusy}
        onPress={() => props.onEdit(rule)}
      >
        {t('rules.edit')}
      </Button>
      <Button
        variant="tertiary"
        size="small"
        aria-label={t('rules.removeOf', { name })}
        isDisabled={isBusy}
        onPress={() => props.onRemove(rule.id)}
      >
        {t('rules.remove')}
      </Button>
    </div>
  );
}
