import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Select, Switch, TextField } from '@backstage/ui';
import { FormDialog, type Action } from '@freehold/plugin-tenancy-react';
import { RiAddLine } from '@remixicon/react';
import { useState } from 'react';
import type { AllocationCondition, AllocationRule } from '../../api';
import { allocationTranslationRef } from '../../allocationTranslation';
import { idFor } from '../../domain/AllocationRules';
import {
  fromRuleForm,
  isRuleFormComplete,
  newCondition,
  toConditionForm,
  toRuleForm,
  type RuleForm,
} from '../../domain/RuleForm';
import { ConditionFields } from './ConditionFields';
import styles from './RuleDialog.module.css';
import { SplitFields } from './SplitFields';
import { TargetFields } from './TargetFields';

/** Takes a new rule, or what one is to say instead. */
export function RuleDialog(props: {
  /** None for a new one. */
  rule?: AllocationRule;
  /** What a new one may begin with. */
  suggestion?: AllocationCondition;
  rules: readonly AllocationRule[];
  save: Pick<Action<never, unknown>, 'isRunning' | 'error'>;
  onSave: (rule: AllocationRule) => void;
  onClose: () => void;
}) {
  const { rule, rules, save, suggestion } = props;
  const { t } = useTranslationRef(allocationTranslationRef);
  const [form, setForm] = useState<RuleForm>(() =>
    begin(rule, rule ? undefined : suggestion),
  );
  const change = (part: Partial<RuleForm>) =>
    setForm(present => ({ ...present, ...part }));
  return (
    <FormDialog
      title={rule ? t('form.edit') : t('form.add')}
      action={t('form.save')}
      width={720}
      isDisabled={!isRuleFormComplete(form)}
      isRunning={save.isRunning}
      error={save.error}
      errorTitle={t('rules.saveFailed')}
      onSubmit={() =>
        props.onSave(
          fromRuleForm(form, rule ?? { id: idFor(form.name, rules), order: 0 }),
        )
      }
      onClose={props.onClose}
    >
      <TextField
        label={t('form.name')}
        description={t('form.nameHint')}
        maxLength={256}
        autoComplete="off"
        value={form.name}
        onChange={name => change({ name })}
        isRequired
      />
      <Switch
        label={t('form.enabled')}
        isSelected={form.isEnabled}
        onChange={isEnabled => change({ isEnabled })}
      />
      <Conditions form={form} onChange={change} />
      <fieldset className={styles.group}>
        <legend>{t('form.effect')}</legend>
        <Select
          label={t('form.kind')}
          size="medium"
          options={[
            { id: 'direct', label: t('form.direct') },
            { id: 'shared', label: t('form.shared') },
          ]}
          value={form.kind}
          onChange={kind => change({ kind: kind as RuleForm['kind'] })}
        />
        {form.kind === 'shared' && (
          <SplitFields form={form} onChange={change} />
        )}
        <TargetFields form={form} onChange={change} />
      </fieldset>
    </FormDialog>
  );
}

function Conditions(props: {
  form: RuleForm;
  onChange: (part: Partial<RuleForm>) => void;
}) {
  const { form, onChange } = props;
  const { conditions } = form;
  const { t } = useTranslationRef(allocationTranslationRef);
  return (
    <fieldset className={styles.group}>
      <legend>{t('form.conditions')}</legend>
      <p className={styles.hint}>{t('form.conditionsHint')}</p>
      {conditions.map((condition, place) => (
        <ConditionFields
          // eslint-disable-next-line react/no-array-index-key -- conditions have no name but their place
          key={place}
          number={place + 1}
          condition={condition}
          onChange={changed =>
            onChange({
              conditions: conditions.map((it, at) =>
                at === place ? changed : it,
              ),
            })
          }
          onRemove={() =>
            onChange({ conditions: conditions.filter((_, at) => at !== place) })
          }
        />
      ))}
      <div>
        <Button
          variant="secondary"
          size="small"
          iconStart={<RiAddLine />}
          onPress={() =>
            onChange({
              conditions: [...conditions, toConditionForm(newCondition())],
            })
          }
        >
          {t('form.addCondition')}
        </Button>
      </div>
    </fieldset>
  );
}

function begin(
  rule: AllocationRule | undefined,
  suggestion: AllocationCondition | undefined,
): RuleForm {
  const form = toRuleForm(rule);
  return suggestion
    ? { ...form, conditions: [toConditionForm(suggestion)] }
    : form;
}
