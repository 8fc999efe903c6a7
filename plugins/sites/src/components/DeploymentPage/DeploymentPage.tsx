import {
  useRouteRefParams,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import {
  DeploymentStateChip,
  ErrorPanel,
  LoadingRows,
  Page,
  portalTranslationRef,
} from '@freehold/plugin-tenancy-react';
import { useCallback } from 'react';
import type { Deployment } from '../../api';
import { useDeployment } from '../../hooks/useDeployment';
import { useSitesPaths } from '../../hooks/useSitesPaths';
import { deploymentRouteRef } from '../../routes';
import { sitesTranslationRef } from '../../translation';
import { isNotFound, NotFound } from '../parts/NotFound';
import { ApprovalBox } from './ApprovalBox';
import { DeploymentActions } from './DeploymentActions';
import { DeploymentAnswer } from './DeploymentAnswer';
import { DeploymentChecks } from './DeploymentChecks';
import { DeploymentFacts } from './DeploymentFacts';
import { DeploymentFailure } from './DeploymentFailure';
import { DeploymentLog } from './DeploymentLog';
import styles from './DeploymentPage.module.css';
import { DeploymentPlan } from './DeploymentPlan';
import { DeploymentPrice } from './DeploymentPrice';
import { DeploymentStepper } from './DeploymentStepper';
import { stateKey } from './stateKey';
import { VoidedApproval } from './VoidedApproval';

/** One deployment, followed live: `/sites/:customer/deployments/:id`. */
export function DeploymentPage() {
  const { customer, deploymentId } = useRouteRefParams(deploymentRouteRef);
  const { t } = useTranslationRef(sitesTranslationRef);
  const paths = useSitesPaths();
  const { data, error, refresh } = useDeployment(customer, deploymentId);

  if (!data) {
    return (
      <Page
        title={error ? t('deployment.title') : undefined}
        breadcrumbs={[{ label: t('list.title'), href: paths.list }]}
      >
        <NoDeployment error={error} onRetry={() => refresh()} />
      </Page>
    );
  }
  return <LoadedDeployment deployment={data} refresh={refresh} />;
}

function NoDeployment(props: { error?: Error; onRetry: () => void }) {
  const { error, onRetry } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  if (!error) return <LoadingRows count={8} height="2rem" />;
  if (isNotFound(error)) return <NotFound what="deployment" />;
  return (
    <ErrorPanel
      error={error}
      title={t('deployment.failedToLoad')}
      onRetry={onRetry}
    />
  );
}

function LoadedDeployment(props: {
  deployment: Deployment;
  refresh: () => Promise<unknown>;
}) {
  const { deployment, refresh } = props;
  const { customer, siteId, siteName, kind, state } = deployment;
  const { t } = useTranslationRef(sitesTranslationRef);
  const { t: tPortal } = useTranslationRef(portalTranslationRef);
  const paths = useSitesPaths();
  const onState = useCallback(() => {
    refresh();
  }, [refresh]);

  return (
    <Page
      title={t(`deployment.of.${kind}`, { site: siteName })}
      tabTitle={`${tPortal(`deploymentState.${stateKey(state)}`)} · ${siteName}`}
      breadcrumbs={[
        { label: t('list.title'), href: paths.list },
        { label: siteName, href: paths.siteById(customer, siteId) },
      ]}
      chip={<DeploymentStateChip state={state} />}
      answer={<DeploymentAnswer deployment={deployment} />}
      actions={<DeploymentActions deployment={deployment} refresh={refresh} />}
    >
      {kind !== 'check' && <DeploymentStepper deployment={deployment} />}
      <DeploymentFailure deployment={deployment} />
      <VoidedApproval deployment={deployment} />
      <ApprovalBox deployment={deployment} />
      <div className={styles.columns}>
        <DeploymentPlan deployment={deployment} />
        <div>
          <DeploymentChecks deployment={deployment} />
          <DeploymentPrice deployment={deployment} />
          <DeploymentFacts deployment={deployment} />
        </div>
      </div>
      <DeploymentLog deployment={deployment} onState={onState} />
    </Page>
  );
}
