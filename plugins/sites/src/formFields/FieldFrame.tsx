import type { ReactNode } from 'react';
import styles from './FieldFrame.module.css';

/** A field of the order form. What is wrong with it the form itself shows. */
export function FieldFrame(props: { children: ReactNode }) {
  return <div className={styles.field}>{props.children}</div>;
}
