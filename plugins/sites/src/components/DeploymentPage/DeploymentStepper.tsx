import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import { formatInstant } from '@freehold/plugin-tenancy-react';
import {
  RiCheckLine,
  RiCircleLine,
  RiCloseLine,
  RiForbidLine,
  RiLoader4Line,
  RiSubtractLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import { useMemo } from 'react';
import type { Deployment } from '../../api';
import {
  deploymentProgress,
  type Phase,
  type PhaseProgress,
  type PhaseStatus,
} from '../../domain/deploymentProgress';
import { formatDuration } from '../../domain/formatDuration';
import { sitesTranslationRef } from '../../translation';
import styles from './DeploymentStepper.module.css';

const icons: Record<PhaseStatus, RemixiconComponentType> = {
  done: RiCheckLine,
  current: RiLoader4Line,
  todo: RiCircleLine,
  skipped: RiSubtractLine,
  failed: RiCloseLine,
  cancelled: RiForbidLine,
};

/** Where a deployment stands, with when and how long. */
export function DeploymentStepper({ deployment }: { deployment: Deployment }) {
  const { t } = useTranslationRef(sitesTranslationRef);
  const progress = useMemo(() => deploymentProgress(deployment), [deployment]);
  return (
    <ol className={styles.stepper} aria-label={t('stepper.label')}>
      {progress.map(step => (
        <Step key={step.phase} step={step} kind={deployment.kind} />
      ))}
    </ol>
  );
}

function Step(props: { step: PhaseProgress; kind: Deployment['kind'] }) {
  const { step, kind } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  const Icon = icons[step.status];
  const name = t(`stepper.${nameOf(step.phase, kind)}`);
  return (
    <li
      className={`${styles.step} ${styles[step.status]}`}
      aria-current={step.status === 'current' ? 'step' : undefined}
    >
      <span className={styles.mark}>
        <Icon size={16} aria-hidden />
      </span>
      <span className={styles.name}>
        {name}
        <VisuallyHidden>, {t(`stepper.status.${step.status}`)}</VisuallyHidden>
      </span>
      <StepTime step={step} />
    </li>
  );
}

/** The end is another one for each kind of deployment. */
function nameOf(phase: Phase, kind: Deployment['kind']) {
  if (phase !== 'live') return phase;
  if (kind === 'destroy') return 'gone';
  return kind === 'accept' ? 'accepted' : 'live';
}

function StepTime({ step }: { step: PhaseProgress }) {
  const { t } = useTranslationRef(sitesTranslationRef);
  if (step.status === 'skipped') {
    return <span className={styles.time}>{t('stepper.notNeeded')}</span>;
  }
  if (!step.at) return null;
  return (
    <time
      className={styles.time}
      dateTime={step.at}
      title={formatInstant(step.at)}
    >
      {step.durationMs === undefined
        ? new Date(step.at).toLocaleTimeString()
        : formatDuration(step.durationMs)}
    </time>
  );
}
