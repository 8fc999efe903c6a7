import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from 'react-router-dom';
import { appTranslationRef } from '../../translation';
import type { Summary } from '../api/HomeApi';
import styles from './home.module.css';

interface Total {
  id:
    | 'customers'
    | 'live'
    | 'ordered'
    | 'failed'
    | 'suspended'
    | 'running'
    | 'awaitingApproval'
    | 'failedLastDay';
  value: number;
  href?: string;
  tone?: 'bad' | 'attention';
}

/** Totals across all customers, each leading to what it counts. */
export function StaffTotals(props: { summary: Summary }) {
  const { t } = useTranslationRef(appTranslationRef);
  return (
    <ul className={styles.totals} aria-label={t('home.totals.title')}>
      {totalsOf(props.summary).map(({ id, value, href, tone }) => {
        const content = (
          <>
            <strong>{value.toLocaleString()}</strong>{' '}
            <span>{t(`home.totals.${id}`)}</span>
          </>
        );
        const shownTone = value > 0 ? tone : undefined;
        return (
          <li key={id}>
            {href ? (
              <Link to={href} className={styles.total} data-tone={shownTone}>
                {content}
              </Link>
            ) : (
              <div className={styles.total} data-tone={shownTone}>
                {content}
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function totalsOf({ customers, sites, deployments }: Summary): Total[] {
  return [
    { id: 'customers', value: customers ?? 0, href: '/customers' },
    { id: 'live', value: sites.live, href: '/sites?state=live' },
    { id: 'ordered', value: sites.ordered, href: '/sites?state=ordered' },
    {
      id: 'failed',
      value: sites.failed,
      href: '/sites?state=failed',
      tone: 'bad',
    },
    {
      id: 'suspended',
      value: sites.suspended,
      href: '/sites?state=suspended',
      tone: 'attention',
    },
    { id: 'running', value: deployments.running },
    {
      id: 'awaitingApproval',
      value: deployments.awaitingApproval,
      tone: 'attention',
    },
    { id: 'failedLastDay', value: deployments.failedLastDay, tone: 'bad' },
  ];
}
