import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text, TextAreaField } from '@backstage/ui';
import { FormDialog, useAction } from '@freehold/plugin-tenancy-react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { costsApiRef, type RuleSet } from '../../api';
import { allocationTranslationRef } from '../../allocationTranslation';
import { useCostsPaths } from '../../hooks/useCostsPaths';

/** Puts the draft in force with a reason, and leads to the months it is not run over yet. */
export function ActivateDialog(props: {
  draft: RuleSet;
  onClose: () => void;
  onDone: () => Promise<unknown>;
}) {
  const { draft, onClose, onDone } = props;
  const { t } = useTranslationRef(allocationTranslationRef);
  const api = useApi(costsApiRef);
  const paths = useCostsPaths();
  const navigate = useNavigate();
  const [comment, setComment] = useState('');
  const activate = useAction(async () => {
    await api.activateRuleSetDraft({
      revision: draft.revision,
      comment: comment.trim(),
    });
    navigate(paths.allocationVersions);
    await onDone();
  });
  return (
    <FormDialog
      title={t('activate.title', { version: String(draft.version) })}
      action={t('activate.submit')}
      isDisabled={comment.trim() === ''}
      isRunning={activate.isRunning}
      error={activate.error}
      errorTitle={t('activate.failed')}
      onSubmit={() => activate.run()}
      onClose={onClose}
    >
      <Text as="p">{t('activate.lead')}</Text>
      <TextAreaField
        label={t('activate.comment')}
        description={t('activate.commentHint')}
        maxLength={500}
        value={comment}
        onChange={setComment}
        isRequired
      />
    </FormDialog>
  );
}
