import { RiArrowRightSLine } from '@remixicon/react';
import { useState, type ReactNode } from 'react';
import type { PlanChange } from '../../api';
import styles from './changes.module.css';
import { PlanAttributes } from './PlanAttributes';

/** A change of a resource; its attributes are shown once it is opened. */
export function FoldedChange(props: {
  change: PlanChange;
  children: ReactNode;
}) {
  const { change, children } = props;
  // Attributes of hundreds of folded resources would only slow the page down.
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className={styles.change}
      onToggle={event => setOpen(event.currentTarget.open)}
    >
      <summary>
        <RiArrowRightSLine size={18} aria-hidden className={styles.arrow} />
        {children}
      </summary>
      {isOpen && <PlanAttributes change={change} />}
    </details>
  );
}
