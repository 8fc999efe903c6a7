import type { ReactNode } from 'react';
import styles from './FieldFrame.module.css';

/** A form field with what is wrong with it below. */
export function FieldFrame(props: {
  errors: string[] | undefined;
  children: ReactNode;
}) {
  const { errors = [], children } = props;
  return (
    <div className={styles.field}>
      {children}
      {errors.map(error => (
        <p key={error} role="alert" className={styles.error}>
          {error}
        </p>
      ))}
    </div>
  );
}
