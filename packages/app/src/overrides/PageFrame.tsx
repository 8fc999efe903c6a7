import {
  BreadcrumbEntry,
  type PageLayoutProps,
} from '@backstage/frontend-plugin-api';
import { Tab, TabList, Tabs } from '@backstage/ui';
import { PageHeader } from '@freehold/plugin-tenancy-react';
import { matchPath, useLocation, useResolvedPath } from 'react-router-dom';
import styles from './PageFrame.module.css';

/** Pages of stock plugins that bring a head of their own. */
const OWN_HEAD = '/catalog/:namespace/:kind/:name/*';

/** The frame of stock plugins' pages: the head that ours have, and tabs. */
export function PageFrame(props: PageLayoutProps) {
  const { title, noHeader, titleLink, tabs = [], children } = props;
  const { pathname } = useLocation();
  const base = useResolvedPath('.').pathname.replace(/\/$/, '');
  if (noHeader || !title || matchPath(OWN_HEAD, pathname)) {
    return <>{children}</>;
  }
  const hrefs = tabs.map(({ href }) => `${base}/${href.replace(/^\//, '')}`);
  const active = hrefs.find(
    href => pathname === href || pathname.startsWith(`${href}/`),
  );
  return (
    <BreadcrumbEntry entry={{ label: title, href: titleLink ?? (base || '/') }}>
      <div className={styles.head}>
        <PageHeader title={title} actions={props.headerActions} />
        {tabs.length > 1 && (
          <Tabs selectedKey={active ?? null} aria-label={title}>
            <TabList>
              {tabs.map(({ id, label }, index) => (
                <Tab key={id} id={hrefs[index]} href={hrefs[index]}>
                  {label}
                </Tab>
              ))}
            </TabList>
          </Tabs>
        )}
      </div>
      {children}
    </BreadcrumbEntry>
  );
}
