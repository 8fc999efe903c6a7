import { Text } from '@backstage/ui';
import { FormDialog } from '@freehold/plugin-tenancy-react';
import { useState } from 'react';

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
  const { onConfirm, onDone } = props;
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
    <FormDialog
      title={props.title}
      action={props.action}
      isDestructive={props.isDestructive}
      isRunning={isRunning}
      error={error}
      errorTitle={props.failed}
      onSubmit={confirm}
      onClose={props.onClose}
    >
      <Text as="p">{props.consequence}</Text>
    </FormDialog>
  );
}
