import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select, Switch, TextAreaField, TextField } from '@backstage/ui';
import { FormDialog } from '@freehold/plugin-tenancy-react';
import { useState } from 'react';
import type { TagRequirement } from '../../api';
import {
  findBrokenPair,
  readLines,
  readPairs,
  writePairs,
} from '../../domain/policyText';
import { tagsTranslationRef } from '../../tagsTranslation';
import { PairsField } from './PairsField';
import type { PolicyDraft } from './PolicyEditor';
import styles from './PolicyEditor.module.css';
import { PolicyPart, type EntryDialogProps } from './PolicyPart';

const AS_WRITTEN = 'as-written';

/** The tags that are wanted, and how they are written. */
export function RequirementsPart(props: {
  draft: PolicyDraft;
  onChange?: (changes: Partial<PolicyDraft>) => void;
}) {
  const { draft, onChange } = props;
  const { t } = useTranslationRef(tagsTranslationRef);
  return (
    <PolicyPart
      title={t('edit.requirements.title')}
      lead={t('edit.requirements.lead')}
      none={t('edit.requirements.none')}
      add={t('edit.requirements.add')}
      entries={draft.requirements}
      nameOf={({ key }) => key}
      describe={requirement => <Requirement requirement={requirement} />}
      dialog={dialog => <RequirementDialog {...dialog} />}
      onChange={onChange && (requirements => onChange({ requirements }))}
    />
  );
}

function Requirement({ requirement }: { requirement: TagRequirement }) {
  const { allowedValues, key, required, variants } = requirement;
  const { t } = useTranslationRef(tagsTranslationRef);
  return (
    <>
      <strong>{key}</strong>{' '}
      <span className={styles.quiet}>
        {required ? t('byKey.required') : t('byKey.optional')}
      </span>
      {allowedValues && (
        <div>{t('byKey.values', { values: allowedValues.join(', ') })}</div>
      )}
      {variants.length > 0 && (
        <div className={styles.quiet}>
          {t('edit.requirements.also', { variants: variants.join(', ') })}
        </div>
      )}
    </>
  );
}

function RequirementDialog(props: EntryDialogProps<TagRequirement>) {
  const { entry, onClose, onDone } = props;
  const { t } = useTranslationRef(tagsTranslationRef);
  const [key, setKey] = useState(entry?.key ?? '');
  const [required, setRequired] = useState(entry?.required ?? true);
  const [variants, setVariants] = useState(lines(entry?.variants));
  const [values, setValues] = useState(lines(entry?.allowedValues));
  const [spellings, setSpellings] = useState(writePairs(entry?.valueVariants));
  const [letterCase, setLetterCase] = useState(entry?.letterCase);
  const submit = () => {
    const allowedValues = readLines(values);
    const valueVariants = readPairs(spellings);
    onDone({
      key: key.trim(),
      variants: readLines(variants),
      required,
      ...(allowedValues.length > 0 && { allowedValues }),
      ...(Object.keys(valueVariants).length > 0 && { valueVariants }),
      ...(letterCase && { letterCase }),
    });
  };
  return (
    <FormDialog
      title={t('edit.requirements.dialog')}
      action={t('edit.done')}
      isDisabled={!key.trim() || findBrokenPair(spellings) !== undefined}
      isRunning={false}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t('edit.requirements.key')}
        description={t('edit.requirements.keyHint')}
        maxLength={256}
        autoComplete="off"
        value={key}
        onChange={setKey}
        isRequired
      />
      <Switch
        label={t('edit.requirements.required')}
        isSelected={required}
        onChange={setRequired}
      />
      <TextAreaField
        label={t('edit.requirements.values')}
        description={t('edit.requirements.valuesHint')}
        value={values}
        onChange={setValues}
      />
      <TextAreaField
        label={t('edit.requirements.variants')}
        description={t('edit.requirements.linesHint')}
        value={variants}
        onChange={setVariants}
      />
      <PairsField
        label={t('edit.requirements.valueVariants')}
        description={t('edit.requirements.valueVariantsHint')}
        value={spellings}
        onChange={setSpellings}
      />
      <Select
        label={t('edit.requirements.letterCase')}
        options={[
          { id: AS_WRITTEN, label: t('edit.requirements.asWritten') },
          { id: 'lower', label: t('edit.requirements.lower') },
          { id: 'upper', label: t('edit.requirements.upper') },
        ]}
        value={letterCase ?? AS_WRITTEN}
        onChange={chosen =>
          setLetterCase(
            chosen === 'lower' || chosen === 'upper' ? chosen : undefined,
          )
        }
      />
    </FormDialog>
  );
}

function lines(texts: readonly string[] = []): string {
  return texts.join('\n');
}
