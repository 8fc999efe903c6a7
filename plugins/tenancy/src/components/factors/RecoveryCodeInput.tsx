import { TextField } from '@backstage/ui';
import styles from './factors.module.css';

/** A recovery code, in whatever case and grouping it was written down. */
export function RecoveryCodeInput(props: { label: string }) {
  return (
    <TextField
      label={props.label}
      className={styles.code}
      name="recoveryCode"
      size="medium"
      autoComplete="off"
      spellCheck="false"
      maxLength={40}
      isRequired
      validationBehavior="native"
    />
  );
}
