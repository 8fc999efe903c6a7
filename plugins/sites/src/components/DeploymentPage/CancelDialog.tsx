import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Text,
} from '@backstage/ui';
import { ErrorPanel } from '@freehold/plugin-tenancy-react';
import type { Deployment } from '../../api';
import { useAction } from '../../hooks/useAction';
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
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={open => !open && onClose()}
      width={480}
    >
      <DialogHeader>{t('cancel.title')}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          <Text as="p">
            {deployment.state === 'applying'
              ? t('cancel.whileApplying')
              : t('cancel.beforeApplying')}
          </Text>
          {cancel.error && (
            <ErrorPanel error={cancel.error} title={t('cancel.failed')} />
          )}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button slot="close" variant="secondary">
          {t('cancel.keep')}
        </Button>
        <Button
          variant="primary"
          destructive
          isPending={cancel.isRunning}
          onPress={() => cancel.run()}
        >
          {t('action.cancel')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
