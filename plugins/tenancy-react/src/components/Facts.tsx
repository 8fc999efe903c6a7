import type { ReactNode } from 'react';
import styles from './Facts.module.css';

/** Names and values; entries without a value are left out. */
export function Facts(props: {
  facts: { label: string; value: ReactNode | undefined }[];
}) {
  return (
    <dl className={styles.facts}>
      {props.facts
        .filter(({ value }) => value !== undefined && value !== null)
        .map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
