import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Text,
  TextField,
} from '@backstage/ui';
import { useState, type FormEvent, type ReactNode } from 'react';
import { portalTranslationRef } from '../translation';
import { ErrorPanel } from './ErrorPanel';

/**
 * Asks for the name of what a destructive action is about before it runs.
 * `children` hold what else the action needs, such as a reason; `isComplete`
 * says whether that is filled in. `onConfirm` may reject: the dialog stays open
 * and shows why.
 */
export function ConfirmByName(props: {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  consequence: string;
  name: string;
  action: string;
  onConfirm: () => Promise<unknown>;
  isComplete?: boolean;
  children?: ReactNode;
}) {
  return (
    <Dialog
      isOpen={props.isOpen}
      onOpenChange={isOpen => !isOpen && props.onClose()}
      width={480}
    >
      <ConfirmForm {...props} />
    </Dialog>
  );
}

function ConfirmForm(props: Parameters<typeof ConfirmByName>[0]) {
  const { name, isComplete = true } = props;
  const { t } = useTranslationRef(portalTranslationRef);
  const [typed, setTyped] = useState('');
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<Error>();
  const isReady = typed.trim() === name && isComplete && !isRunning;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    setRunning(true);
    setError(undefined);
    try {
      await props.onConfirm();
      props.onClose();
    } catch (caught) {
      setError(caught as Error);
    } finally {
      setRunning(false);
    }
  };

  return (
    <form onSubmit={submit}>
      <DialogHeader>{props.title}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          <Text as="p">{props.consequence}</Text>
          {props.children}
          <TextField
            label={t('confirm.typeName', { name })}
            value={typed}
            onChange={setTyped}
            autoComplete="off"
          />
          {error && <ErrorPanel error={error} title={props.title} />}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button slot="close" variant="secondary">
          {t('confirm.cancel')}
        </Button>
        <Button
          type="submit"
          variant="primary"
          destructive
          isDisabled={!isReady}
          isPending={isRunning}
        >
          {props.action}
        </Button>
      </DialogFooter>
    </form>
  );
}
