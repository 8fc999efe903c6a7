import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import { ErrorPanel, useAction } from '@freehold/plugin-tenancy-react';
import { useState } from 'react';
import {
  costsApiRef,
  type TagPolicy,
  type TagPolicyChange,
  type TagPolicyPreview,
} from '../../api';
import { formatMonth } from '../../domain/formatDays';
import { useReader } from '../../hooks/useReader';
import { tagsTranslationRef } from '../../tagsTranslation';
import { AccountsPart } from './AccountsPart';
import styles from './PolicyEditor.module.css';
import { PolicyPreview } from './PolicyPreview';
import { RequirementsPart } from './RequirementsPart';
import { VirtualPart } from './VirtualPart';

/** What of a policy people change. */
export type PolicyDraft = Omit<TagPolicyChange, 'basedOn'>;

/** A policy, and for those who may the ways to change and to try it. */
export function PolicyEditor(props: {
  policy: TagPolicy;
  onSaved: () => Promise<unknown>;
}) {
  const { policy, onSaved } = props;
  const { canChangeTagPolicy } = useReader();
  const [draft, setDraft] = useState<PolicyDraft>(() => draftOf(policy));
  const isChanged = JSON.stringify(draft) !== JSON.stringify(draftOf(policy));
  const change = (changes: Partial<PolicyDraft>) =>
    setDraft({ ...draft, ...changes });
  const parts = {
    draft,
    onChange: canChangeTagPolicy ? change : undefined,
  };
  return (
    <>
      <OlderPeriods policy={policy} />
      {canChangeTagPolicy && (
        <Actions
          change={{ ...draft, basedOn: policy.version }}
          isChanged={isChanged}
          onDiscard={() => setDraft(draftOf(policy))}
          onSaved={onSaved}
        />
      )}
      <RequirementsPart {...parts} />
      <AccountsPart {...parts} />
      <VirtualPart {...parts} />
    </>
  );
}

function Actions(props: {
  change: TagPolicyChange;
  isChanged: boolean;
  onDiscard: () => void;
  onSaved: () => Promise<unknown>;
}) {
  const { change, isChanged, onDiscard, onSaved } = props;
  const { t } = useTranslationRef(tagsTranslationRef);
  const api = useApi(costsApiRef);
  const [tried, setTried] = useState<{
    of: string;
    preview: TagPolicyPreview;
  }>();
  const of = JSON.stringify(change);
  const attempt = useAction(async () =>
    setTried({ of, preview: await api.previewTagPolicy(change) }),
  );
  const save = useAction(async () => {
    await api.setTagPolicy(change);
    await onSaved();
  });
  return (
    <div className={styles.actions}>
      <div className={styles.buttons}>
        <Button
          variant="primary"
          isDisabled={!isChanged}
          isPending={save.isRunning}
          onPress={() => save.run()}
        >
          {t('edit.save')}
        </Button>
        <Button
          variant="secondary"
          isPending={attempt.isRunning}
          onPress={() => attempt.run()}
        >
          {t('edit.preview')}
        </Button>
        {isChanged && (
          <Button variant="tertiary" onPress={onDiscard}>
            {t('edit.discard')}
          </Button>
        )}
        {isChanged && (
          <Text as="span" color="secondary">
            {t('edit.unsaved')}
          </Text>
        )}
      </div>
      {save.error && (
        <ErrorPanel error={save.error} title={t('edit.saveFailed')} />
      )}
      {attempt.error && (
        <ErrorPanel error={attempt.error} title={t('edit.previewFailed')} />
      )}
      {tried?.of === of && <PolicyPreview preview={tried.preview} />}
    </div>
  );
}

function OlderPeriods({ policy }: { policy: TagPolicy }) {
  const { t } = useTranslationRef(tagsTranslationRef);
  const { olderPeriods } = policy;
  if (olderPeriods.length === 0) return null;
  return (
    <div className={styles.older} role="note">
      <Text as="p">{t('edit.older')}</Text>
      <ul>
        {olderPeriods.map(older => (
          <li key={`${older.source}/${older.period}`}>
            {t('edit.olderPart', {
              month: formatMonth(older.period),
              source: older.sourceName,
              version: String(older.version),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}

function draftOf({ requirements, accounts, virtual }: TagPolicy): PolicyDraft {
  return { requirements, accounts, virtual };
}
