import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink, Text } from '@backstage/ui';
import { FormDialog, useAction } from '@freehold/plugin-tenancy-react';
import { useState } from 'react';
import { costsApiRef, type RuleSet } from '../../api';
import { allocationTranslationRef } from '../../allocationTranslation';
import { useCostsPaths } from '../../hooks/useCostsPaths';
import { useReader } from '../../hooks/useReader';

/** What can be done with the draft as a whole: try it, or throw it away. */
export function DraftActions(props: {
  draft: RuleSet;
  refresh: () => Promise<unknown>;
}) {
  const { draft, refresh } = props;
  const { t } = useTranslationRef(allocationTranslationRef);
  const { canAllocate } = useReader();
  const paths = useCostsPaths();
  const [isDiscarding, setDiscarding] = useState(false);
  return (
    <>
      {canAllocate && (
        <Button
          variant="secondary"
          size="medium"
          onPress={() => setDiscarding(true)}
        >
          {t('rules.discard')}
        </Button>
      )}
      <ButtonLink href={paths.simulation} variant="primary" size="medium">
        {t('rules.tryIt')}
      </ButtonLink>
      {isDiscarding && (
        <DiscardDialog
          draft={draft}
          onClose={() => setDiscarding(false)}
          onDone={refresh}
        />
      )}
    </>
  );
}

function DiscardDialog(props: {
  draft: RuleSet;
  onClose: () => void;
  onDone: () => Promise<unknown>;
}) {
  const { draft, onClose, onDone } = props;
  const { t } = useTranslationRef(allocationTranslationRef);
  const api = useApi(costsApiRef);
  const discard = useAction(async () => {
    await api.discardRuleSetDraft(draft.revision);
    await onDone();
    onClose();
  });
  return (
    <FormDialog
      title={t('rules.discard')}
      action={t('rules.discard')}
      isDestructive
      isRunning={discard.isRunning}
      error={discard.error}
      errorTitle={t('rules.discardFailed')}
      onSubmit={() => discard.run()}
      onClose={onClose}
    >
      <Text as="p">{t('rules.discardHint')}</Text>
    </FormDialog>
  );
}
