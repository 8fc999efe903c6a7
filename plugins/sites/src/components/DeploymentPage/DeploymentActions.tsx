import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink } from '@backstage/ui';
import { changesSite, isFinal } from '@freehold/plugin-sites-common';
import { ErrorPanel, useAction, useMe } from '@freehold/plugin-tenancy-react';
import { RiExternalLinkLine } from '@remixicon/react';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router-dom';
import { sitesApiRef, type Deployment } from '../../api';
import { useSite } from '../../hooks/useSite';
import { useSitePermissions } from '../../hooks/useSitePermissions';
import { useSitesPaths } from '../../hooks/useSitesPaths';
import { sitesTranslationRef } from '../../translation';
import { ReasonDialog } from '../parts/ReasonDialog';
import { CancelDialog } from './CancelDialog';
import styles from './DeploymentActions.module.css';

/** What the reader may do now, the likeliest first in weight. */
export function DeploymentActions(props: {
  deployment: Deployment;
  refresh: () => Promise<unknown>;
}) {
  const { deployment } = props;
  const { state, customer, siteId } = deployment;
  const may = useSitePermissions(customer, siteId);
  const canCancel =
    may.canControl && !isFinal(state) && !deployment.cancelRequested;
  // Only what was asked to stop, and does not, is ended by force.
  const canForce =
    may.canRescue &&
    (state === 'planning' || state === 'applying') &&
    deployment.cancelRequested &&
    !deployment.cancelForced;
  return (
    <>
      {canCancel && <Cancel {...props} />}
      {canForce && <ForceCancel {...props} />}
      {state === 'awaiting-approval' && may.canApprove && <Decide {...props} />}
      {(state === 'failed' || state === 'cancelled') &&
        may.canControl &&
        changesSite(deployment.kind) && <Retry {...props} />}
      {state === 'succeeded' && deployment.kind === 'apply' && (
        <OpenSite deployment={deployment} />
      )}
    </>
  );
}

function Decide(props: {
  deployment: Deployment;
  refresh: () => Promise<unknown>;
}) {
  const { deployment, refresh } = props;
  const { customer, deploymentId, planHash = '' } = deployment;
  const { t } = useTranslationRef(sitesTranslationRef);
  const api = useApi(sitesApiRef);
  const { me } = useMe();
  const isBarred =
    me !== undefined && deployment.barredFromApproval?.includes(me.entityRef);
  const approve = useAction(async () => {
    // A refusal may mean that the plan is another one by now: show that one.
    await api
      .approveDeployment(customer, deploymentId, planHash)
      .finally(refresh);
  });
  return (
    <>
      <AskedFirst action={t('action.reject')}>
        {dialog => (
          <ReasonDialog
            {...dialog}
            title={t('reject.title')}
            description={t('reject.consequence')}
            label={t('reject.reason')}
            action={t('action.reject')}
            onSubmit={async reason => {
              await api.rejectDeployment(customer, deploymentId, reason);
              await refresh();
            }}
          />
        )}
      </AskedFirst>
      <Button
        variant="primary"
        size="medium"
        isDisabled={isBarred}
        isPending={approve.isRunning}
        onPress={() => approve.run()}
      >
        {t('action.approve')}
      </Button>
      <ActionError error={approve.error} title={t('action.approveFailed')} />
    </>
  );
}

function Cancel(props: {
  deployment: Deployment;
  refresh: () => Promise<unknown>;
}) {
  const { deployment, refresh } = props;
  const { customer, deploymentId } = deployment;
  const { t } = useTranslationRef(sitesTranslationRef);
  const api = useApi(sitesApiRef);
  return (
    <AskedFirst action={t('action.cancel')}>
      {dialog => (
        <CancelDialog
          {...dialog}
          deployment={deployment}
          onConfirm={async () => {
            await api.cancelDeployment(customer, deploymentId);
            await refresh();
          }}
        />
      )}
    </AskedFirst>
  );
}

function ForceCancel(props: {
  deployment: Deployment;
  refresh: () => Promise<unknown>;
}) {
  const { deployment, refresh } = props;
  const { customer, deploymentId } = deployment;
  const { t } = useTranslationRef(sitesTranslationRef);
  const api = useApi(sitesApiRef);
  return (
    <AskedFirst action={t('action.forceCancel')}>
      {dialog => (
        <ReasonDialog
          {...dialog}
          title={t('forceCancel.title')}
          description={t('forceCancel.consequence')}
          label={t('forceCancel.reason')}
          action={t('action.forceCancel')}
          onSubmit={async reason => {
            await api.forceCancelDeployment(customer, deploymentId, reason);
            await refresh();
          }}
        />
      )}
    </AskedFirst>
  );
}

/** A button that opens the dialog which asks before anything is done. */
function AskedFirst(props: {
  action: string;
  children: (dialog: { isOpen: boolean; onClose: () => void }) => ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="secondary" size="medium" onPress={() => setOpen(true)}>
        {props.action}
      </Button>
      {props.children({ isOpen, onClose: () => setOpen(false) })}
    </>
  );
}

function Retry({ deployment }: { deployment: Deployment }) {
  const { t } = useTranslationRef(sitesTranslationRef);
  const api = useApi(sitesApiRef);
  const paths = useSitesPaths();
  const navigate = useNavigate();
  const retry = useAction(async () => {
    const next = await api.retryDeployment(
      deployment.customer,
      deployment.deploymentId,
    );
    navigate(paths.deployment(next.customer, next.deploymentId));
  });
  return (
    <>
      <Button
        variant="primary"
        size="medium"
        isPending={retry.isRunning}
        onPress={() => retry.run()}
      >
        {t('action.retry')}
      </Button>
      <ActionError error={retry.error} title={t('action.retryFailed')} />
    </>
  );
}

function OpenSite({ deployment }: { deployment: Deployment }) {
  const { t } = useTranslationRef(sitesTranslationRef);
  const { data: site } = useSite(deployment.customer, deployment.siteId);
  if (!site?.url || site.state !== 'live') return null;
  return (
    <ButtonLink
      href={site.url}
      target="_blank"
      rel="noreferrer"
      variant="primary"
      size="medium"
      iconEnd={<RiExternalLinkLine />}
    >
      {t('site.open')}
    </ButtonLink>
  );
}

function ActionError(props: { error: Error | undefined; title: string }) {
  const { error, title } = props;
  if (!error) return null;
  return (
    <div className={styles.error}>
      <ErrorPanel error={error} title={title} />
    </div>
  );
}
