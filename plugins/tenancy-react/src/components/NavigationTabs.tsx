import { NavLink } from 'react-router-dom';
import styles from './NavigationTabs.module.css';

/** Sub-pages of a page: links, since each has an address of its own. */
export function NavigationTabs(props: {
  label: string;
  tabs: { id: string; label: string; href: string }[];
}) {
  return (
    <nav aria-label={props.label}>
      <ul className={styles.tabs}>
        {props.tabs.map(({ id, label, href }) => (
          <li key={id}>
            <NavLink to={href} className={styles.tab}>
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
