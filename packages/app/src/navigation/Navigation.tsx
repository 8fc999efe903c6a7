import { useSidebarPinState } from '@backstage/core-components';
import {
  configApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { RiAccountCircleLine } from '@remixicon/react';
import { Link, useLocation } from 'react-router-dom';
import { Logo } from '../brand/Logo';
import { appTranslationRef } from '../translation';
import { Account } from './Account';
import type { NavigationEntry } from './entries';
import styles from './Navigation.module.css';
import { useNavigation } from './useNavigation';

/** More than these are not told apart. */
const MOST_COUNTED = 99;

/** The sidebar; below 600 px a bar at the bottom. */
export function Navigation() {
  const { me, entries, unreadCount } = useNavigation();
  const { isPinned, isMobile } = useSidebarPinState();
  const { t } = useTranslationRef(appTranslationRef);
  const { pathname } = useLocation();
  const appTitle = useApi(configApiRef).getString('app.title');
  return (
    <nav
      aria-label={t('navigation.label')}
      data-portal-navigation
      className={`${styles.bar} ${isPinned || isMobile ? '' : styles.unpinned}`}
    >
      <button type="button" className={styles.skip} onClick={focusContent}>
        {t('navigation.skip')}
      </button>
      <Link to="/" className={styles.brand}>
        <Logo />
        <span className={styles.name}>{appTitle}</span>
      </Link>
      <ul className={styles.entries}>
        {entries.map(entry => (
          <li key={entry.id} className={entry.isMinor ? styles.minor : ''}>
            <Entry entry={entry} isCurrent={entry.includes(pathname)} />
          </li>
        ))}
        {me && (
          // Settings hold the account in a narrow window, sign-out included.
          <li className={styles.narrow}>
            <Link
              to="/settings"
              className={styles.entry}
              aria-current={
                pathname.startsWith('/settings') ? 'page' : undefined
              }
            >
              <RiAccountCircleLine aria-hidden />
              <UnreadCount count={unreadCount} />
              <span className={styles.short}>{t('navigation.account')}</span>
            </Link>
          </li>
        )}
      </ul>
      {me && <Account me={me} />}
    </nav>
  );
}

function Entry(props: { entry: NavigationEntry; isCurrent: boolean }) {
  const { entry, isCurrent } = props;
  const { t } = useTranslationRef(appTranslationRef);
  const Icon = entry.icon;
  const long = t(`navigation.${entry.id}`);
  const short = entry.id === 'order' ? t('navigation.orderShort') : long;
  return (
    <Link
      to={entry.href}
      title={long}
      className={styles.entry}
      aria-current={isCurrent ? 'page' : undefined}
    >
      <Icon aria-hidden />
      <span className={styles.long}>{long}</span>
      <span className={styles.short}>{short}</span>
      <UnreadCount count={entry.count ?? 0} />
    </Link>
  );
}

function UnreadCount(props: { count: number }) {
  const { count } = props;
  const { t } = useTranslationRef(appTranslationRef);
  if (count === 0) return null;
  return (
    <span
      className={styles.count}
      role="status"
      aria-label={t('navigation.unreadCount', { count })}
    >
      {count > MOST_COUNTED ? `${MOST_COUNTED}+` : count}
    </span>
  );
}

function focusContent() {
  const main = document.querySelector<HTMLElement>('main');
  if (!main) return;
  main.tabIndex = -1;
  main.focus();
}
