import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { changesSite, isFinal } from '@freehold/plugin-sites-common';
import { StateChip } from '@freehold/plugin-tenancy-react';
import {
  RiAddCircleLine,
  RiArrowRightSLine,
  RiDeleteBinLine,
  RiEditLine,
  RiRefreshLine,
} from '@remixicon/react';
import type { Deployment, Plan, PlanChange } from '../../api';
import { sitesTranslationRef } from '../../translation';
import { Section } from '../parts/Section';
import { DriftChanges } from '../SiteDrift/DriftChanges';
import styles from './DeploymentPlan.module.css';
import { PlanAttributes } from './PlanAttributes';

const looks = {
  create: { tone: 'good', icon: RiAddCircleLine },
  update: { tone: 'info', icon: RiEditLine },
  replace: { tone: 'attention', icon: RiRefreshLine },
  destroy: { tone: 'bad', icon: RiDeleteBinLine },
} as const;

/** What the plan creates, changes and destroys. */
export function DeploymentPlan({ deployment }: { deployment: Deployment }) {
  const { kind, plan, state } = deployment;
  const { t } = useTranslationRef(sitesTranslationRef);
  if (!plan) {
    return (
      <Section title={t('plan.title')}>
        <Text color="secondary">
          {isFinal(state) ? t('plan.none') : t('plan.pending')}
        </Text>
      </Section>
    );
  }
  return changesSite(kind) ? (
    <ReadyPlan plan={plan} />
  ) : (
    <Finding plan={plan} />
  );
}

/** What a check has found, and an acceptance takes as it is. */
function Finding({ plan }: { plan: Plan }) {
  const { t } = useTranslationRef(sitesTranslationRef);
  return (
    <Section
      title={t('drift.title')}
      description={t('drift.differences', { count: plan.changes.length })}
    >
      <DriftChanges found={plan} />
    </Section>
  );
}

function ReadyPlan({ plan }: { plan: Plan }) {
  const { t } = useTranslationRef(sitesTranslationRef);
  const { create, update, replace, destroy } = plan.summary;
  const summary = [
    create > 0 && t('plan.creates', { count: create }),
    update > 0 && t('plan.updates', { count: update }),
    replace > 0 && t('plan.replaces', { count: replace }),
    destroy > 0 && t('plan.destroys', { count: destroy }),
  ].filter(Boolean);
  return (
    <Section
      title={t('plan.title')}
      description={summary.length ? summary.join(', ') : t('plan.unchanged')}
    >
      <ul className={styles.changes}>
        {plan.changes.map(change => (
          <Change key={change.address} change={change} />
        ))}
      </ul>
    </Section>
  );
}

function Change({ change }: { change: PlanChange }) {
  const { t } = useTranslationRef(sitesTranslationRef);
  return (
    <li>
      <details className={styles.change}>
        <summary>
          <RiArrowRightSLine size={18} aria-hidden className={styles.arrow} />
          <span className={styles.resource}>
            <span className={styles.name}>{change.name}</span>
            <code className={styles.address}>{change.address}</code>
          </span>
          <StateChip
            {...looks[change.action]}
            label={t(`plan.action.${change.action}`)}
          />
        </summary>
        <PlanAttributes change={change} />
      </details>
    </li>
  );
}
