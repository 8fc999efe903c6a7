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
import { useState } from 'react';
import { securityTranslationRef } from '../../securityTranslation';

/** Says what a change leads to, and makes it. */
export function ConfirmDialog<Result>(props: {
  title: string;
  consequence: string;
  action: string;
  /** Heading of why it was not done. */
  failed: string;
  isDestructive?: boolean;
  onConfirm: () => Promise<Result>;
  onDone: (result: Result) => void;
  onClose: () => void;
}) {
  const { onConfirm, onDone, onClose } = props;
  const { t } = useTranslationRef(securityTranslationRef);
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<Error>();

  const confirm = async () => {
    setRunning(true);
    setError(undefined);
    try {
      onDone(await onConfirm());
    } catch (caught) {
      setError(caught as Error);
    } finally {
      setRunning(false);
    }
  };

  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} width={480}>
      <DialogHeader>{props.title}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          <Text as="p">{props.consequence}</Text>
          {error && <ErrorPanel title={props.failed} error={error} />}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button slot="close" variant="secondary">
          {t('cancel')}
        </Button>
        <Button
          variant="primary"
          destructive={props.isDestructive}
          isPending={isRunning}
          onPress={confirm}
        >
          {props.action}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
