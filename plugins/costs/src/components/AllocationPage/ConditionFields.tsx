import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Select, TextAreaField, TextField } from '@backstage/ui';
import { allocationTranslationRef } from '../../allocationTranslation';
import { CONDITION_FIELDS } from '../../domain/AllocationRules';
import type { ConditionForm } from '../../domain/RuleForm';
import styles from './RuleDialog.module.css';

/** One condition: what it looks at, and what that has to be like. */
export function ConditionFields(props: {
  number: number;
  condition: ConditionForm;
  onChange: (condition: ConditionForm) => void;
  onRemove: () => void;
}) {
  const { condition, onRemove } = props;
  const number = String(props.number);
  const { t } = useTranslationRef(allocationTranslationRef);
  const change = (part: Partial<ConditionForm>) =>
    props.onChange({ ...condition, ...part });
  return (
    <div
      className={styles.condition}
      role="group"
      aria-label={t('form.condition', { number })}
    >
      <div className={styles.row}>
        <Select
          label={t('form.on')}
          size="medium"
          options={CONDITION_FIELDS.map(id => ({
            id,
            label: t(`field.${id}`),
          }))}
          value={condition.on}
          onChange={on => change({ on: on as ConditionForm['on'] })}
        />
        {condition.on === 'tag' && (
          <TextField
            label={t('form.tag')}
            description={t('form.tagHint')}
            size="medium"
            autoComplete="off"
            value={condition.tag}
            onChange={tag => change({ tag })}
            isRequired
          />
        )}
        <Select
          label={t('form.not')}
          size="medium"
          options={[
            { id: 'is', label: t('form.isLike') },
            { id: 'is-not', label: t('form.isNotLike') },
          ]}
          value={condition.isNot ? 'is-not' : 'is'}
          onChange={key => change({ isNot: key === 'is-not' })}
        />
      </div>
      <TextAreaField
        label={t('form.patterns')}
        description={t('form.patternsHint')}
        rows={2}
        value={condition.patterns}
        onChange={patterns => change({ patterns })}
        isRequired
      />
      <div>
        <Button variant="tertiary" size="small" onPress={onRemove}>
          {t('form.removeCondition', { number })}
        </Button>
      </div>
    </div>
  );
}
