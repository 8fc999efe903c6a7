import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text, TextField } from '@backstage/ui';
import { useState, type ReactNode } from 'react';
import { useAction } from '../hooks';
import { portalTranslationRef } from '../translation';
import { FormDialog } from './FormDialog';

interface ConfirmByNameProps {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  consequence: string;
  name: string;
  action: string;
  onConfirm: () => Promise<unknown>;
  isComplete?: boolean;
  children?: ReactNode;
}

/**
 * Asks for the name of what a destructive action is about before it runs.
 * `children` hold what else the action needs, such as a reason; `isComplete`
 * says whether that is filled in. `onConfirm` may reject: the dialog stays open
 * and shows why.
 */
export function ConfirmByName(props: ConfirmByNameProps) {
  return props.isOpen ? <OpenDialog {...props} /> : null;
}

function OpenDialog(props: ConfirmByNameProps) {
  const { name, isComplete = true } = props;
  const { t } = useTranslationRef(portalTranslationRef);
  const [typed, setTyped] = useState('');
  const { run, isRunning, error } = useAction(async () => {
    await props.onConfirm();
    props.onClose();
  });

  return (
    <FormDialog
      title={props.title}
      action={props.action}
      isDestructive
      isDisabled={typed.trim() !== name || !isComplete}
      isRunning={isRunning}
      error={error}
      onSubmit={() => run()}
      onClose={props.onClose}
    >
      <Text as="p">{props.consequence}</Text>
      {props.children}
      <TextField
        label={t('confirm.typeName', { name })}
        value={typed}
        onChange={setTyped}
        autoComplete="off"
      />
    </FormDialog>
  );
}
