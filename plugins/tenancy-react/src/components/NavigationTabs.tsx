import { NavLink } from 'react-router-dom';
import styles from './NavigationTabs.module.css';

/**
 * Sub-pages of a page: links, since each has an address of its own. `isExact`
 * is for the one whose address begins those of the others.
 */
export function NavigationTabs(props: {
  label: string;
  tabs: { id: string; label: string; href: string; isExact?: boolean }[];
}) {
  return (
    <nav aria-label={props.label}>
      <ul className={styles.tabs}>
        {props.tabs.map(({ id, label, href, isExact }) => (
          <li key={id}>
            <NavLink to={href} end={isExact} className={styles.tab}>
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
