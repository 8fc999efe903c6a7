import { Text } from '@backstage/ui';
import { RiLandscapeLine, type RemixiconComponentType } from '@remixicon/react';
import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

/** Says what will be here, and offers the first step. */
export function EmptyState(props: {
  title: string;
  description?: string;
  action?: ReactNode;
  icon?: RemixiconComponentType;
}) {
  const { title, description, action, icon: Icon = RiLandscapeLine } = props;
  return (
    <div className={styles.empty}>
      <span className={styles.icon}>
        <Icon aria-hidden />
      </span>
      <Text as="h2" variant="title-x-small" weight="bold">
        {title}
      </Text>
      {description && (
        <Text as="p" color="secondary" className={styles.description}>
          {description}
        </Text>
      )}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
