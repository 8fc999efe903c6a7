import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { FormDialog, useAction } from '@freehold/plugin-tenancy-react';
import type { Deployment } from '../../api';
import { sitesTranslationRef } from '../../translation';

/** Says what cancelling leaves behind before it is done. */
export function CancelDialog(props: {
  deployment: Deployment;
  isOpen: boolean;
  onClose: () => void;
  onConfirm: () => Promise<unknown>;
}) {
  const { deployment, isOpen, onClose, onConfirm } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  const cancel = useAction(async () => {
    await onConfirm();
    onClose();
  });
  if (!isOpen) return null;
  return (
    <FormDialog
      title={t('cancel.title')}
      action={t('action.cancel')}
      dismissal={t('cancel.keep')}
      isDestructive
      isRunning={cancel.isRunning}
      error={cancel.error}
      errorTitle={t('cancel.failed')}
      onSubmit={() => cancel.run()}
      onClose={onClose}
    >
      <Text as="p">
        {deployment.state === 'applying'
          ? t('cancel.whileApplying')
          : t('cancel.beforeApplying')}
      </Text>
    </FormDialog>
  );
}
