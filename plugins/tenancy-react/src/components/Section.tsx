import { Text } from '@backstage/ui';
import { useId, type ReactNode } from 'react';
import styles from './Section.module.css';

/** A named part of a page. */
export function Section(props: {
  title: string;
  description?: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <div>
          <Text as="h2" id={id} variant="title-x-small" weight="bold">
            {props.title}
          </Text>
          {props.description && (
            <Text as="p" color="secondary" className={styles.description}>
              {props.description}
            </Text>
          )}
        </div>
        {props.actions}
      </div>
      {props.children}
    </section>
  );
}
