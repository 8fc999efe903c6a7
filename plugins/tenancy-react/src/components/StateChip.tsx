import type { RemixiconComponentType } from '@remixicon/react';
import styles from './StateChip.module.css';

export type StateTone = 'good' | 'attention' | 'bad' | 'info' | 'quiet';

/** A state as word, icon and colour; never by colour alone. */
export function StateChip(props: {
  tone: StateTone;
  icon: RemixiconComponentType;
  label: string;
}) {
  const { tone, icon: Icon, label } = props;
  return (
    <span className={`${styles.chip} ${styles[tone]}`}>
      <Icon aria-hidden />
      {label}
    </span>
  );
}
