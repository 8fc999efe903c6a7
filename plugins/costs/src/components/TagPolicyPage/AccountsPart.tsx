import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextField } from '@backstage/ui';
import { FormDialog } from '@freehold/plugin-tenancy-react';
import { useState } from 'react';
import type { AccountTags } from '../../api';
import { findBrokenPair, readPairs, writePairs } from '../../domain/policyText';
import { tagsTranslationRef } from '../../tagsTranslation';
import { PairsField } from './PairsField';
import type { PolicyDraft } from './PolicyEditor';
import { PolicyPart, type EntryDialogProps } from './PolicyPart';

/** The tags that resources have from their account. */
export function AccountsPart(props: {
  draft: PolicyDraft;
  onChange?: (changes: Partial<PolicyDraft>) => void;
}) {
  const { draft, onChange } = props;
  const { t } = useTranslationRef(tagsTranslationRef);
  return (
    <PolicyPart
      title={t('edit.accounts.title')}
      lead={t('edit.accounts.lead')}
      none={t('edit.accounts.none')}
      add={t('edit.accounts.add')}
      entries={draft.accounts}
      nameOf={({ accountId }) => accountId}
      describe={({ accountId, tags }) => (
        <>
          <code>{accountId}</code>
          <div>
            {Object.entries(tags)
              .map(([key, value]) => `${key} = ${value}`)
              .join(', ')}
          </div>
        </>
      )}
      dialog={dialog => <AccountDialog {...dialog} />}
      onChange={onChange && (accounts => onChange({ accounts }))}
    />
  );
}

function AccountDialog(props: EntryDialogProps<AccountTags>) {
  const { entry, onClose, onDone } = props;
  const { t } = useTranslationRef(tagsTranslationRef);
  const [accountId, setAccountId] = useState(entry?.accountId ?? '');
  const [tags, setTags] = useState(writePairs(entry?.tags));
  const isWhole =
    accountId.trim() && tags.trim() && findBrokenPair(tags) === undefined;
  return (
    <FormDialog
      title={t('edit.accounts.dialog')}
      action={t('edit.done')}
      isDisabled={!isWhole}
      isRunning={false}
      onSubmit={() =>
        onDone({ accountId: accountId.trim(), tags: readPairs(tags) })
      }
      onClose={onClose}
    >
      <TextField
        label={t('edit.accounts.id')}
        description={t('edit.accounts.idHint')}
        maxLength={256}
        autoComplete="off"
        value={accountId}
        onChange={setAccountId}
        isRequired
      />
      <PairsField
        label={t('edit.accounts.tags')}
        description={t('edit.accounts.tagsHint')}
        value={tags}
        onChange={setTags}
      />
    </FormDialog>
  );
}
