import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import {
  EmptyState,
  ErrorPanel,
  LoadingRows,
  Page,
  useMe,
  type Me,
} from '@freehold/plugin-tenancy-react';
import { RiDashboard3Line } from '@remixicon/react';
import { useMonthlyCost, useUsage } from '../../hooks';
import { monthlyCostTranslationRef } from '../../monthlyCostTranslation';
import { tenancyTranslationRef } from '../../translation';
import { nearnessOfCost } from '../monthlyCost/costShares';
import { MonthlyCost } from '../monthlyCost/MonthlyCost';
import { mostPressing, toMeters } from '../usage/meters';
import styles from '../usage/Usage.module.css';
import { UsageMeters } from '../usage/UsageMeters';

/** What the reader's own customer has used, and what is left. */
export function UsagePage() {
  const { t } = useTranslationRef(tenancyTranslationRef);
  const { me, error, retry } = useMe();
  if (me?.kind === 'member') return <OwnUsage me={me} />;
  return (
    <Page title={t('usage.title')}>
      {error && <ErrorPanel error={error} onRetry={retry} />}
      {!error && !me && <LoadingRows count={4} />}
      {me && (
        <EmptyState
          icon={RiDashboard3Line}
          title={t('usage.staffOnly.title')}
          description={t('usage.staffOnly.description')}
          action={
            <ButtonLink href="/customers" variant="secondary">
              {t('usage.staffOnly.action')}
            </ButtonLink>
          }
        />
      )}
    </Page>
  );
}

function OwnUsage(props: { me: Me }) {
  const { t } = useTranslationRef(tenancyTranslationRef);
  const { value, error, retry } = useUsage(props.me.tenant);
  const cost = useMonthlyCost(props.me.tenant);
  const { t: tCost } = useTranslationRef(monthlyCostTranslationRef);
  const costNearness = cost.value && nearnessOfCost(cost.value);
  const pressing = value && mostPressing(toMeters(value.usage, value.sites));
  return (
    <Page
      title={t('usage.title')}
      answer={
        value &&
        t(`usage.answer.${pressing?.nearness ?? costNearness ?? 'ample'}`, {
          what: pressing ? t(`usage.what.${pressing.id}`) : tCost('title'),
        })
      }
    >
      {error && (
        <ErrorPanel
          title={t('usage.errorTitle')}
          error={error}
          onRetry={retry}
        />
      )}
      {!error && !value && <LoadingRows count={4} height="4rem" />}
      {!error && value && (
        <>
          <UsageMeters {...value} />
          <MonthlyCost customer={props.me.tenant} cost={cost} />
          <p className={styles.more}>{t('usage.more')}</p>
        </>
      )}
    </Page>
  );
}
