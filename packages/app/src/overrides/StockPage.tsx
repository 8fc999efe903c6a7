import {
  configApiRef,
  useApi,
  type PageLayoutProps,
} from '@backstage/frontend-plugin-api';
import { NavigationTabs } from '@freehold/plugin-tenancy-react';
import { useContext } from 'react';
import { Helmet } from 'react-helmet';
import { useResolvedPath } from 'react-router-dom';
import { FrameContext } from './frame';
import styles from './StockPage.module.css';

/**
 * The frame of pages that bring none of their own, such as the scaffolder's:
 * a main landmark, a heading, a title of the browser tab, and sub-pages.
 */
export function StockPage(props: PageLayoutProps) {
  const { title, noHeader, tabs, headerActions, children } = props;
  const appTitle = useApi(configApiRef).getString('app.title');
  const { hasSubPageTabs } = useContext(FrameContext);
  const parentPath = useResolvedPath('.').pathname.replace(/\/$/, '');
  if (noHeader) return <>{children}</>;
  return (
    <main>
      <Helmet titleTemplate={`%s · ${appTitle}`} defaultTitle={appTitle}>
        <title>{title}</title>
      </Helmet>
      <header className={styles.header}>
        <div className={styles.heading}>
          <h1>{title}</h1>
          {headerActions}
        </div>
        {tabs && hasSubPageTabs && (
          <NavigationTabs
            label={title ?? appTitle}
            tabs={tabs.map(({ id, label, href }) => ({
              id,
              label,
              href: href.startsWith('/') ? href : `${parentPath}/${href}`,
            }))}
          />
        )}
      </header>
      {children}
    </main>
  );
}
