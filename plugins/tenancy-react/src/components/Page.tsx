import {
  configApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Link, Skeleton } from '@backstage/ui';
import { RiArrowRightSLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import { Helmet } from 'react-helmet';
import { portalTranslationRef } from '../translation';
import styles from './Page.module.css';

/**
 * A page of the portal: breadcrumbs, title, state chip, answer line and the
 * one primary action. Sets the title of the browser tab, which `tabTitle`
 * overrides. `width` is `full` for tables. While `title` is unknown a skeleton
 * stands in its place.
 */
export function Page(props: {
  title: string | undefined;
  tabTitle?: string;
  breadcrumbs?: { label: string; href: string }[];
  chip?: ReactNode;
  answer?: ReactNode;
  actions?: ReactNode;
  width?: 'text' | 'full';
  children: ReactNode;
}) {
  const { title, tabTitle = title } = props;
  const appTitle = useApi(configApiRef).getOptionalString('app.title');
  const { t } = useTranslationRef(portalTranslationRef);
  return (
    <main
      className={`${styles.page} ${props.width === 'full' ? '' : styles.text}`}
    >
      <Helmet>
        <title>
          {[tabTitle ?? t('page.loading'), appTitle]
            .filter(Boolean)
            .join(' · ')}
        </title>
      </Helmet>
      <PageHeader {...props} />
      {props.children}
    </main>
  );
}

/** The head of a page: for pages whose frame is another plugin's. */
export function PageHeader(props: {
  title: string | undefined;
  breadcrumbs?: { label: string; href: string }[];
  chip?: ReactNode;
  answer?: ReactNode;
  actions?: ReactNode;
}) {
  const { title, chip, answer, actions } = props;
  return (
    <header className={styles.header}>
      <div className={styles.heading}>
        <Breadcrumbs entries={props.breadcrumbs ?? []} />
        <div className={styles.title}>
          <h1>{title ?? <Skeleton width="12rem" height="2rem" />}</h1>
          {chip}
        </div>
        {answer && <div className={styles.answer}>{answer}</div>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}

function Breadcrumbs(props: { entries: { label: string; href: string }[] }) {
  const { t } = useTranslationRef(portalTranslationRef);
  if (props.entries.length === 0) return null;
  return (
    <nav aria-label={t('page.breadcrumbs')} className={styles.breadcrumbs}>
      <ol>
        {props.entries.map(({ label, href }) => (
          <li key={href}>
            <Link href={href} color="secondary" variant="body-medium">
              {label}
            </Link>
            <RiArrowRightSLine size={16} aria-hidden />
          </li>
        ))}
      </ol>
    </nav>
  );
}
