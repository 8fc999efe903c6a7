import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { Section, StateChip } from '@freehold/plugin-tenancy-react';
import {
  RiAlertLine,
  RiCheckboxCircleLine,
  RiForbidLine,
  RiUserStarLine,
} from '@remixicon/react';
import type { Deployment, DeploymentCheck } from '../../api';
import { phases, reachedPhase } from '../../domain/deploymentProgress';
import { useCheckTitle } from '../../hooks/useCheckTitle';
import { sitesTranslationRef } from '../../translation';
import styles from './DeploymentChecks.module.css';

const looks = {
  deny: { tone: 'bad', icon: RiForbidLine, text: 'deny' },
  'require-approval': {
    tone: 'attention',
    icon: RiUserStarLine,
    text: 'requireApproval',
  },
  warn: { tone: 'attention', icon: RiAlertLine, text: 'warn' },
} as const;

/** What the checks said about the plan, with reasons. */
export function DeploymentChecks({ deployment }: { deployment: Deployment }) {
  const { t } = useTranslationRef(sitesTranslationRef);
  const { checks = [] } = deployment;
  const wereRun =
    phases.indexOf(reachedPhase(deployment)) >= phases.indexOf('checks');
  return (
    <Section title={t('checks.title')}>
      {checks.length > 0 && (
        <ul className={styles.checks}>
          {checks.map(check => (
            <Check key={`${check.check} ${check.reason}`} check={check} />
          ))}
        </ul>
      )}
      {checks.length === 0 && wereRun && (
        <StateChip
          tone="good"
          icon={RiCheckboxCircleLine}
          label={t('checks.passed')}
        />
      )}
      {checks.length === 0 && !wereRun && (
        <Text color="secondary">{t('checks.pending')}</Text>
      )}
    </Section>
  );
}

function Check({ check }: { check: DeploymentCheck }) {
  const { t } = useTranslationRef(sitesTranslationRef);
  const title = useCheckTitle();
  const { tone, icon, text } = looks[check.effect];
  return (
    <li>
      <span className={styles.head}>
        <StateChip tone={tone} icon={icon} label={t(`checks.${text}`)} />
        <strong>{title(check.check)}</strong>
      </span>
      <span>{check.reason}</span>
    </li>
  );
}
