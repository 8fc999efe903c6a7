import { Text, TextAreaField } from '@backstage/ui';
import { FormDialog, useAction } from '@freehold/plugin-tenancy-react';
import { useState } from 'react';

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
  return props.isOpen ? <OpenDialog {...props} /> : null;
}

function OpenDialog(props: ReasonDialogProps) {
  const [reason, setReason] = useState('');
  const { run, isRunning, error } = useAction(async () => {
    await props.onSubmit(reason.trim());
    props.onClose();
  });
  return (
    <FormDialog
      title={props.title}
      action={props.action}
      isDisabled={reason.trim() === ''}
      isRunning={isRunning}
      error={error}
      onSubmit={() => run()}
      onClose={props.onClose}
    >
      <Text as="p">{props.description}</Text>
      <TextAreaField
        label={props.label}
        value={reason}
        onChange={setReason}
        maxLength={LONGEST_REASON}
        isRequired
      />
    </FormDialog>
  );
}
