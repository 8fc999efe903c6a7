import type { ReactNode } from 'react';
import styles from './SiteTab.module.css';

/** The frame of a tab on a site's catalog page, in line with its head. */
export function SiteTab(props: { children: ReactNode }) {
  return <div className={styles.tab}>{props.children}</div>;
}
