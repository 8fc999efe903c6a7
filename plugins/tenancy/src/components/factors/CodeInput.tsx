import { TextField } from '@backstage/ui';
import styles from './factors.module.css';

/** A code of an authenticator app, as phones and browsers offer to fill it in. */
export function CodeInput(props: { label: string }) {
  return (
    <TextField
      label={props.label}
      className={styles.code}
      name="code"
      size="medium"
      inputMode="numeric"
      autoComplete="one-time-code"
      pattern="[0-9]{6}"
      maxLength={6}
      isRequired
      validationBehavior="native"
    />
  );
}
