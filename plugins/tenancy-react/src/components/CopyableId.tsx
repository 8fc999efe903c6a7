import { CopyButton } from './CopyButton';
import styles from './CopyableId.module.css';

/** An id in monospace with a copy button; `what` names it to people. */
export function CopyableId(props: { id: string; what: string }) {
  return (
    <span className={styles.id}>
      <code>{props.id}</code>
      <CopyButton text={props.id} what={props.what} />
    </span>
  );
}
