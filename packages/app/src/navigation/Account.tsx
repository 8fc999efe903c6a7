import {
  identityApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import type { Me } from '@freehold/plugin-tenancy-react';
import { RiLogoutBoxRLine, RiSettings3Line } from '@remixicon/react';
import { Link, useLocation } from 'react-router-dom';
import { appTranslationRef } from '../translation';
import styles from './Navigation.module.css';

/** Tenant and name, settings and the way out, at the foot of the sidebar. */
export function Account(props: { me: Me }) {
  const { me } = props;
  const { t } = useTranslationRef(appTranslationRef);
  const identityApi = useApi(identityApiRef);
  const { pathname } = useLocation();
  return (
    <div className={styles.account}>
      <Link
        to="/settings"
        title={t('navigation.settings')}
        className={styles.entry}
        aria-current={pathname.startsWith('/settings') ? 'page' : undefined}
      >
        <RiSettings3Line aria-hidden />
        <span className={styles.long}>{t('navigation.settings')}</span>
      </Link>
      <button
        type="button"
        title={t('navigation.signOut')}
        className={styles.entry}
        onClick={() => identityApi.signOut()}
      >
        <RiLogoutBoxRLine aria-hidden />
        <span className={styles.long}>{t('navigation.signOut')}</span>
      </button>
      <div className={styles.who} title={`${me.tenantName} · ${me.email}`}>
        <strong>{me.tenantName}</strong>
        <span>{me.displayName}</span>
      </div>
    </div>
  );
}
