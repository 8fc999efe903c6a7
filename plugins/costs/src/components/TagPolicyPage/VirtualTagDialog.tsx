import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Select,
  Switch,
  Text,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import { FormDialog } from '@freehold/plugin-tenancy-react';
import { useState } from 'react';
import type { TagCondition, VirtualTag } from '../../api';
import { readLines } from '../../domain/policyText';
import { tagsTranslationRef } from '../../tagsTranslation';
import styles from './PolicyEditor.module.css';
import type { EntryDialogProps } from './PolicyPart';

const FIELDS: readonly TagCondition['on'][] = [
  'serviceName',
  'serviceCategory',
  'serviceProviderName',
  'subAccountId',
  'subAccountName',
  'billingAccountId',
  'regionId',
  'resourceId',
  'resourceName',
  'resourceType',
  'chargeCategory',
  'tag',
];

/** A condition while it is written. */
interface OpenCondition {
  on: TagCondition['on'];
  tag: string;
  anyOf: string;
  not: boolean;
}

const NEW: OpenCondition = {
  on: 'serviceName',
  tag: '',
  anyOf: '',
  not: false,
};

/** Takes a tag that the portal adds, and the conditions under which. */
export function VirtualTagDialog(
  props: EntryDialogProps<VirtualTag> & { taken: readonly string[] },
) {
  const { entry, onClose, onDone, taken } = props;
  const { t } = useTranslationRef(tagsTranslationRef);
  const [key, setKey] = useState(entry?.key ?? '');
  const [value, setValue] = useState(entry?.value ?? '');
  const [overwrite, setOverwrite] = useState(entry?.overwrite ?? false);
  const [conditions, setConditions] = useState(
    entry?.conditions.map(toOpen) ?? [NEW],
  );
  const isWhole = key.trim() && value.trim() && conditions.every(isComplete);
  const change = (index: number, changes: Partial<OpenCondition>) =>
    setConditions(
      conditions.map((it, place) =>
        place === index ? { ...it, ...changes } : it,
      ),
    );
  return (
    <FormDialog
      title={t('edit.virtual.dialog')}
      action={t('edit.done')}
      isDisabled={!isWhole}
      isRunning={false}
      width={560}
      onSubmit={() =>
        onDone({
          id: entry?.id ?? newId(key, taken),
          conditions: conditions.map(toCondition),
          key: key.trim(),
          value: value.trim(),
          ...(overwrite && { overwrite }),
        })
      }
      onClose={onClose}
    >
      <TextField
        label={t('edit.virtual.key')}
        maxLength={256}
        autoComplete="off"
        value={key}
        onChange={setKey}
        isRequired
      />
      <TextField
        label={t('edit.virtual.value')}
        maxLength={256}
        autoComplete="off"
        value={value}
        onChange={setValue}
        isRequired
      />
      <Switch
        label={t('edit.virtual.overwrite')}
        isSelected={overwrite}
        onChange={setOverwrite}
      />
      <Text as="p" weight="bold">
        {t('edit.virtual.conditions')}
      </Text>
      {conditions.map((condition, index) => (
        <ConditionFields
          // eslint-disable-next-line react/no-array-index-key -- conditions have no name of their own, and their fields keep no state
          key={index}
          condition={condition}
          onChange={changes => change(index, changes)}
          onRemove={() =>
            setConditions(conditions.filter((_, place) => place !== index))
          }
        />
      ))}
      <div>
        <Button
          variant="secondary"
          size="small"
          onPress={() => setConditions([...conditions, NEW])}
        >
          {t('edit.virtual.addCondition')}
        </Button>
      </div>
    </FormDialog>
  );
}

function ConditionFields(props: {
  condition: OpenCondition;
  onChange: (changes: Partial<OpenCondition>) => void;
  onRemove: () => void;
}) {
  const { condition, onChange, onRemove } = props;
  const { t } = useTranslationRef(tagsTranslationRef);
  return (
    <div className={styles.condition}>
      <Select
        label={t('edit.virtual.on')}
        options={FIELDS.map(id => ({ id, label: t(`edit.fields.${id}`) }))}
        value={condition.on}
        onChange={on => onChange({ on: on as TagCondition['on'] })}
      />
      {condition.on === 'tag' && (
        <TextField
          label={t('edit.virtual.tag')}
          maxLength={256}
          autoComplete="off"
          value={condition.tag}
          onChange={tag => onChange({ tag })}
          isRequired
        />
      )}
      <TextAreaField
        label={t('edit.virtual.anyOf')}
        description={t('edit.virtual.anyOfHint')}
        value={condition.anyOf}
        onChange={anyOf => onChange({ anyOf })}
      />
      <Switch
        label={t('edit.virtual.not')}
        isSelected={condition.not}
        onChange={not => onChange({ not })}
      />
      <Button variant="tertiary" size="small" onPress={onRemove}>
        {t('edit.virtual.removeCondition')}
      </Button>
    </div>
  );
}

function toOpen({ anyOf, not, on, tag }: TagCondition): OpenCondition {
  return { on, tag: tag ?? '', anyOf: anyOf.join('\n'), not: not ?? false };
}

function toCondition({ anyOf, not, on, tag }: OpenCondition): TagCondition {
  return {
    on,
    ...(on === 'tag' && { tag: tag.trim() }),
    anyOf: readLines(anyOf),
    ...(not && { not }),
  };
}

function isComplete({ anyOf, on, tag }: OpenCondition): boolean {
  return readLines(anyOf).length > 0 && (on !== 'tag' || tag.trim() !== '');
}

/** An id that tells what it is of, and that no other has. */
function newId(key: string, taken: readonly string[]): string {
  const name = key
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const base = name || 'tag';
  let id = base;
  for (let count = 2; taken.includes(id); count++) id = `${base}-${count}`;
  return id;
}
