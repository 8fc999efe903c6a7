import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { usePermission } from '@backstage/plugin-permission-react';
import { customerCreatePermission } from '@freehold/plugin-tenancy-common';
import {
  ErrorPanel,
  LoadingRows,
  Page,
  type Me,
} from '@freehold/plugin-tenancy-react';
import { RiBuilding2Line, RiGlobalLine, RiUserAddLine } from '@remixicon/react';
import { appTranslationRef } from '../../translation';
import { countSites } from '../answers';
import type { Summary } from '../api/HomeApi';
import { useCanOrder } from '../hooks/useCanOrder';
import { useSummary } from '../hooks/useHome';
import { OrderButton } from './OrderButton';
import { RecentDeployments } from './RecentDeployments';
import { StaffTotals } from './StaffTotals';
import styles from './home.module.css';

/** What the hosting business runs, what happens, and what needs someone. */
export function StaffHome(props: { me: Me }) {
  const { t } = useTranslationRef(appTranslationRef);
  const { value: summary, error, retry } = useSummary();
  const canOrder = useCanOrder(props.me);
  return (
    <Page
      title={t('home.title')}
      answer={summary && <StaffAnswer summary={summary} />}
      actions={canOrder && <OrderButton />}
    >
      {error && (
        <ErrorPanel
          title={t('home.errorTitle')}
          error={error}
          onRetry={retry}
        />
      )}
      {!error && !summary && <LoadingRows count={2} height="5rem" />}
      {!error && summary && <StaffTotals summary={summary} />}
      <div className={styles.columns}>
        <RecentDeployments showsCustomer />
        <QuickActions />
      </div>
    </Page>
  );
}

function StaffAnswer(props: { summary: Summary }) {
  const { summary } = props;
  const { t } = useTranslationRef(appTranslationRef);
  const { sites, deployments } = summary;
  const total = countSites(summary);
  const needs = [
    deployments.awaitingApproval > 0 &&
      t('home.staffAnswer.approvals', { count: deployments.awaitingApproval }),
    sites.failed > 0 &&
      t('home.staffAnswer.failedSites', { count: sites.failed }),
    deployments.failedLastDay > 0 &&
      t('home.staffAnswer.failures', { count: deployments.failedLastDay }),
  ].filter(Boolean);
  if (total === 0) return <>{t('home.staffAnswer.empty')}</>;
  const live = t('home.staffAnswer.live', {
    live: sites.live.toLocaleString(),
    total: total.toLocaleString(),
  });
  return <>{[live, ...needs].join(' ')}</>;
}

function QuickActions() {
  const { t } = useTranslationRef(appTranslationRef);
  const { allowed: canAddCustomer } = usePermission({
    permission: customerCreatePermission,
  });
  return (
    <section aria-labelledby="quick-actions">
      <h2 id="quick-actions">{t('home.quick.title')}</h2>
      <div className={styles.actions}>
        {canAddCustomer && (
          <ButtonLink
            href="/customers/new"
            variant="secondary"
            iconStart={<RiUserAddLine />}
          >
            {t('home.quick.addCustomer')}
          </ButtonLink>
        )}
        <ButtonLink
          href="/customers"
          variant="secondary"
          iconStart={<RiBuilding2Line />}
        >
          {t('home.quick.customers')}
        </ButtonLink>
        <ButtonLink
          href="/sites"
          variant="secondary"
          iconStart={<RiGlobalLine />}
        >
          {t('home.quick.sites')}
        </ButtonLink>
      </div>
    </section>
  );
}
