import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { isFinal } from '@freehold/plugin-sites-common';
import {
  ErrorPanel,
  LoadingRows,
  Section,
  useAction,
  useListQuery,
} from '@freehold/plugin-tenancy-react';
import { useEffect } from 'react';
import { sitesApiRef, type DriftCheck, type Site } from '../../api';
import { useDriftChecks } from '../../hooks/useDriftChecks';
import { useSitePermissions } from '../../hooks/useSitePermissions';
import { sitesTranslationRef } from '../../translation';
import { DriftAnswer } from './DriftAnswer';
import { DriftChanges } from './DriftChanges';
import { DriftDecisions } from './DriftDecisions';
import { DriftHistory } from './DriftHistory';

/** Whether a site still is what was brought about, and what to do if not. */
export function SiteDrift(props: {
  site: Site;
  refresh: () => Promise<unknown>;
}) {
  const { site, refresh } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  const list = useListQuery({ filters: [], defaultSort: '' });
  const { offset, limit } = list.query;
  const checks = useDriftChecks(site, { offset, limit });
  const { data, error } = checks;
  const running = data?.items.find(it => !isFinal(it.state));
  useRefreshOnceEnded(running, refresh);
  const found = data?.items.find(it => it.checkId === site.drift?.checkId);
  return (
    <Section
      title={t('drift.title')}
      description={t('drift.description')}
      actions={
        <CheckNow site={site} running={running} refresh={checks.refresh} />
      }
    >
      <DriftAnswer site={site} running={running} />
      {found && (
        <>
          <DriftChanges found={found} />
          <DriftDecisions site={site} check={found} refresh={refresh} />
        </>
      )}
      {error && (
        <ErrorPanel
          error={error}
          title={t('drift.failed')}
          onRetry={() => checks.refresh()}
        />
      )}
      {!error && !data && <LoadingRows count={2} height="2.5rem" />}
      {data && <DriftHistory page={data} list={list} />}
    </Section>
  );
}

function CheckNow(props: {
  site: Site;
  running: DriftCheck | undefined;
  refresh: () => Promise<unknown>;
}) {
  const { site, running, refresh } = props;
  const { customer, siteId, activeDeploymentId, state } = site;
  const { t } = useTranslationRef(sitesTranslationRef);
  const api = useApi(sitesApiRef);
  const { canControl } = useSitePermissions(customer, siteId);
  const check = useAction(async () => {
    await api.checkDrift(customer, siteId);
    await refresh();
  });
  const canBeChecked = state === 'live' || state === 'suspended';
  if (!canControl || !canBeChecked) return null;
  return (
    <div>
      <Button
        variant="secondary"
        size="medium"
        isDisabled={running !== undefined || activeDeploymentId !== undefined}
        isPending={check.isRunning}
        onPress={() => check.run()}
      >
        {t('drift.check')}
      </Button>
      {check.error && (
        <ErrorPanel error={check.error} title={t('drift.checkFailed')} />
      )}
    </div>
  );
}

/** What a check found shows on the site itself. */
function useRefreshOnceEnded(
  running: DriftCheck | undefined,
  refresh: () => Promise<unknown>,
) {
  const checkId = running?.checkId;
  useEffect(() => {
    if (!checkId) return undefined;
    return () => {
      refresh();
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for a check, whoever refreshes
  }, [checkId]);
}
