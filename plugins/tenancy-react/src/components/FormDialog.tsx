import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
} from '@backstage/ui';
import type { FormEvent, ReactNode } from 'react';
import { portalTranslationRef } from '../translation';
import { ErrorPanel } from './ErrorPanel';

/**
 * An open dialog that does one thing once it is told to: it says what, asks
 * for what is needed in `children`, and stays open to show why it was refused.
 * It does not close by itself.
 */
export function FormDialog(props: {
  title: string;
  children: ReactNode;
  /** What the button says that does it. */
  action: string;
  /** What the button says that leaves it; "Cancel" if nothing is given. */
  dismissal?: string;
  /** Another way to do it, before the button that does it. */
  otherAction?: ReactNode;
  isDestructive?: boolean;
  isDisabled?: boolean;
  isRunning: boolean;
  error?: Error;
  /** Heading of why it was refused; the title if nothing is given. */
  errorTitle?: string;
  /** In pixels. */
  width?: number;
  onSubmit: (form: HTMLFormElement) => void;
  onClose: () => void;
}) {
  const { title, error, width = 480, onClose } = props;
  const { t } = useTranslationRef(portalTranslationRef);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // Enter in a field submits, whatever the button says.
    if (!props.isDisabled && !props.isRunning) {
      props.onSubmit(event.currentTarget);
    }
  };

  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} width={width}>
      <form onSubmit={submit}>
        <DialogHeader>{title}</DialogHeader>
        <DialogBody>
          <Flex direction="column" gap="4">
            {props.children}
            {error && (
              <ErrorPanel title={props.errorTitle ?? title} error={error} />
            )}
          </Flex>
        </DialogBody>
        <DialogFooter>
          <Button slot="close" variant="secondary">
            {props.dismissal ?? t('confirm.cancel')}
          </Button>
          {props.otherAction}
          <Button
            type="submit"
            variant="primary"
            destructive={props.isDestructive}
            isDisabled={props.isDisabled}
            isPending={props.isRunning}
          >
            {props.action}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
