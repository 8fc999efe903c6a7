import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { changesSite, isFinal } from '@freehold/plugin-sites-common';
import { Section, useMe } from '@freehold/plugin-tenancy-react';
import type { Deployment } from '../../api';
import { tenseOf } from '../../domain/planTense';
import { sitesTranslationRef } from '../../translation';
import { DriftChanges } from '../SiteDrift/DriftChanges';
import { ActionCounts } from './ActionCounts';
import { PlanChanges } from './PlanChanges';
import { PlanInWords } from './PlanInWords';

/**
 * What the plan does: to staff resource by resource, to customers in words
 * that need no knowledge of the cloud.
 */
export function DeploymentPlan({ deployment }: { deployment: Deployment }) {
  const { kind, plan, state } = deployment;
  const { t } = useTranslationRef(sitesTranslationRef);
  const { me } = useMe();
  if (!plan) {
    return (
      <Section title={t('plan.title')}>
        <Text color="secondary">
          {isFinal(state) ? t('plan.none') : t('plan.pending')}
        </Text>
      </Section>
    );
  }
  if (!changesSite(kind)) {
    return (
      <Section
        title={t('drift.title')}
        description={t('drift.differences', { count: plan.changes.length })}
      >
        <DriftChanges found={plan} />
      </Section>
    );
  }
  return (
    <Section title={t('plan.title')}>
      <ActionCounts summary={plan.summary} tense={tenseOf(deployment)} />
      {me?.kind === 'staff' ? (
        <PlanChanges changes={plan.changes} />
      ) : (
        <PlanInWords plan={plan} deployment={deployment} />
      )}
    </Section>
  );
}
