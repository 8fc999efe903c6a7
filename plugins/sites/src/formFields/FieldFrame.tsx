import type { ReactNode } from 'react';
import styles from './FieldFrame.module.css';

/** A field of the order form. What is wrong with it the form itself shows. */
export function FieldFrame(props: {
  children: ReactNode;
  /** Whether it holds several questions, which stand apart. */
  isWide?: boolean;
}) {
  const { children, isWide } = props;
  return (
    <div className={`${styles.field} ${isWide ? styles.wide : ''}`}>
      {children}
    </div>
  );
}
