import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { TagCondition, VirtualTag } from '../../api';
import { tagsTranslationRef } from '../../tagsTranslation';
import type { PolicyDraft } from './PolicyEditor';
import styles from './PolicyEditor.module.css';
import { PolicyPart } from './PolicyPart';
import { VirtualTagDialog } from './VirtualTagDialog';

/** The tags that the portal adds itself, in the order in which it does. */
export function VirtualPart(props: {
  draft: PolicyDraft;
  onChange?: (changes: Partial<PolicyDraft>) => void;
}) {
  const { draft, onChange } = props;
  const { t } = useTranslationRef(tagsTranslationRef);
  return (
    <PolicyPart
      title={t('edit.virtual.title')}
      lead={t('edit.virtual.lead')}
      none={t('edit.virtual.none')}
      add={t('edit.virtual.add')}
      entries={draft.virtual}
      nameOf={({ key, value }) => `${key} = ${value}`}
      describe={tag => <Virtual tag={tag} />}
      dialog={dialog => (
        <VirtualTagDialog
          {...dialog}
          taken={draft.virtual.map(({ id }) => id)}
        />
      )}
      onChange={onChange && (virtual => onChange({ virtual }))}
    />
  );
}

function Virtual({ tag }: { tag: VirtualTag }) {
  const { t } = useTranslationRef(tagsTranslationRef);
  const say = ({ anyOf, not, on, tag: key }: TagCondition) =>
    t(not ? 'edit.virtual.isNot' : 'edit.virtual.is', {
      field: key ? `${t('edit.fields.tag')} ${key}` : t(`edit.fields.${on}`),
      values: anyOf.join(t('edit.virtual.or')),
    });
  return (
    <>
      <strong>{`${tag.key} = ${tag.value}`}</strong>
      {tag.overwrite && (
        <div className={styles.quiet}>{t('edit.virtual.overwrite')}</div>
      )}
      {tag.conditions.length === 0 && <div>{t('edit.virtual.always')}</div>}
      {tag.conditions.map(condition => (
        <div key={JSON.stringify(condition)}>{say(condition)}</div>
      ))}
    </>
  );
}
