import { Text } from '@backstage/ui';
import { FormDialog, useAction } from '@freehold/plugin-tenancy-react';

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
  const { run, isRunning, error } = useAction(async () =>
    onDone(await onConfirm()),
  );

  return (
    <FormDialog
      title={props.title}
      action={props.action}
      isDestructive={props.isDestructive}
      isRunning={isRunning}
      error={error}
      errorTitle={props.failed}
      onSubmit={() => run()}
      onClose={props.onClose}
    >
      <Text as="p">{props.consequence}</Text>
    </FormDialog>
  );
}
