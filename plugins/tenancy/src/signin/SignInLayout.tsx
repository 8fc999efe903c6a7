import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import type { ReactNode } from 'react';
import { Helmet } from 'react-helmet';
import styles from './SignInLayout.module.css';

/** A page outside of the signed-in shell: name, heading and one panel. */
export function SignInLayout(props: {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}) {
  const { title, lead, children } = props;
  const appTitle = useApi(configApiRef).getString('app.title');
  return (
    <main className={styles.layout}>
      <Helmet>
        <title>{`${title} · ${appTitle}`}</title>
      </Helmet>
      <div className={styles.panel}>
        <p className={styles.brand}>
          <img src="/favicon.svg" alt="" width={32} height={32} />
          {appTitle}
        </p>
        <h1>{title}</h1>
        <p className={styles.lead}>{lead}</p>
        {children}
      </div>
    </main>
  );
}
