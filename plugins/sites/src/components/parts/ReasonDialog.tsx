import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Text,
  TextAreaField,
} from '@backstage/ui';
import {
  ErrorPanel,
  portalTranslationRef,
} from '@freehold/plugin-tenancy-react';
import { useState, type FormEvent } from 'react';
import { useAction } from '../../hooks/useAction';

const LONGEST_REASON = 500;

interface ReasonDialogProps {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  description: string;
  label: string;
  action: string;
  onSubmit: (reason: string) => Promise<unknown>;
}

/**
 * Asks for the reason of an action before it runs. `onSubmit` may reject: the
 * dialog stays open and shows why.
 */
export function ReasonDialog(props: ReasonDialogProps) {
  return (
    <Dialog
      isOpen={props.isOpen}
      onOpenChange={isOpen => !isOpen && props.onClose()}
      width={480}
    >
      <ReasonForm {...props} />
    </Dialog>
  );
}

function ReasonForm(props: ReasonDialogProps) {
  const { t } = useTranslationRef(portalTranslationRef);
  const [reason, setReason] = useState('');
  const submission = useAction(async () => {
    await props.onSubmit(reason.trim());
    props.onClose();
  });
  const isReady = reason.trim() !== '';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) submission.run();
  };
  return (
    <form onSubmit={submit}>
      <DialogHeader>{props.title}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          <Text as="p">{props.description}</Text>
          <TextAreaField
            label={props.label}
            value={reason}
            onChange={setReason}
            maxLength={LONGEST_REASON}
            isRequired
          />
          {submission.error && (
            <ErrorPanel error={submission.error} title={props.title} />
          )}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button slot="close" variant="secondary">
          {t('confirm.cancel')}
        </Button>
        <Button
          type="submit"
          variant="primary"
          isDisabled={!isReady}
          isPending={submission.isRunning}
        >
          {props.action}
        </Button>
      </DialogFooter>
    </form>
  );
}
