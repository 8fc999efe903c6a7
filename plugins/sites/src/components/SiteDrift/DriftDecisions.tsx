import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import { FormDialog, useAction } from '@freehold/plugin-tenancy-react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { sitesApiRef, type DriftCheck, type Site } from '../../api';
import { useSitePermissions } from '../../hooks/useSitePermissions';
import { useSitesPaths } from '../../hooks/useSitesPaths';
import { sitesTranslationRef } from '../../translation';
import styles from './SiteDrift.module.css';

type Decision = 'reconcile' | 'accept';

/** What the reader may do about a drift: undo it, or take it as it is. */
export function DriftDecisions(props: {
  site: Site;
  check: DriftCheck;
  refresh: () => Promise<unknown>;
}) {
  const { site } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  const may = useSitePermissions(site.customer, site.siteId);
  const [asked, setAsked] = useState<Decision>();
  const decisions: Decision[] = [
    ...(may.canControl ? (['reconcile'] as const) : []),
    ...(may.canAcceptDrift ? (['accept'] as const) : []),
  ];
  if (decisions.length === 0) return null;
  return (
    <div className={styles.decisions}>
      {decisions.map(decision => (
        <Button
          key={decision}
          variant="secondary"
          size="medium"
          isDisabled={site.activeDeploymentId !== undefined}
          onPress={() => setAsked(decision)}
        >
          {t(`drift.${decision}.action`)}
        </Button>
      ))}
      {asked && (
        <DecisionDialog
          {...props}
          decision={asked}
          onClose={() => setAsked(undefined)}
        />
      )}
    </div>
  );
}

function DecisionDialog(props: {
  site: Site;
  check: DriftCheck;
  refresh: () => Promise<unknown>;
  decision: Decision;
  onClose: () => void;
}) {
  const { site, check, refresh, decision, onClose } = props;
  const { customer, siteId } = site;
  const { t } = useTranslationRef(sitesTranslationRef);
  const api = useApi(sitesApiRef);
  const paths = useSitesPaths();
  const navigate = useNavigate();
  const { run, isRunning, error } = useAction(async () => {
    // A refusal may mean that something else was found by now: show that.
    const begun = await (
      decision === 'reconcile'
        ? api.reconcileDrift(customer, siteId)
        : api.acceptDrift(customer, siteId, check.planHash ?? '')
    ).finally(refresh);
    navigate(paths.deployment(customer, begun.deploymentId));
  });
  return (
    <FormDialog
      title={t(`drift.${decision}.title`, { site: site.title })}
      action={t(`drift.${decision}.action`)}
      isRunning={isRunning}
      error={error}
      onSubmit={() => run()}
      onClose={onClose}
    >
      <Text as="p">{t(`drift.${decision}.consequence`)}</Text>
    </FormDialog>
  );
}
