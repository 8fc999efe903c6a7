import { Skeleton } from '@backstage/ui';
import { LoadingRows } from '@freehold/plugin-tenancy-react';
import styles from './LoadingPage.module.css';

/** Holds the place of a page while its code is fetched. */
export function LoadingPage() {
  return (
    <div className={styles.page}>
      <Skeleton width="12rem" height="2rem" />
      <LoadingRows count={4} height="3rem" />
    </div>
  );
}
