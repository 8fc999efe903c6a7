import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { Plan } from '../../api';
import { decisionTranslationRef } from '../../decisionTranslation';
import type { PlanTense } from '../../domain/planTense';
import { sitesTranslationRef } from '../../translation';
import styles from './ActionCounts.module.css';
import { actionLooks, planActions, type PlanAction } from './actionLooks';

const TEXTS = {
  create: 'creates',
  update: 'updates',
  replace: 'replaces',
  destroy: 'destroys',
  forget: 'forgets',
} as const;
const TEXTS_DONE = {
  create: 'created',
  update: 'updated',
  replace: 'replaced',
  destroy: 'destroyed',
  forget: 'forgotten',
} as const;

/** How much a plan does, or did, to resources: a bar and numbers. */
export function ActionCounts(props: {
  summary: Plan['summary'];
  tense: PlanTense;
}) {
  const { summary, tense } = props;
  const { t } = useTranslationRef(decisionTranslationRef);
  const { t: tSites } = useTranslationRef(sitesTranslationRef);
  const countOf = (action: PlanAction) => summary[action] ?? 0;
  const actions = planActions.filter(action => countOf(action) > 0);
  if (actions.length === 0) {
    return (
      <Text as="p">
        {t(tense === 'ahead' ? 'counts.none' : 'counts.noneOver')}
      </Text>
    );
  }
  const texts = tense === 'done' ? TEXTS_DONE : TEXTS;
  const words = actions.map(action =>
    tSites(`plan.${texts[action]}`, { count: countOf(action) }),
  );
  return (
    <div className={styles.counts}>
      <div
        className={styles.bar}
        role="img"
        aria-label={t('counts.label', { words: words.join(', ') })}
      >
        {actions.map(action => (
          <span
            key={action}
            className={styles[action]}
            style={{ flexGrow: countOf(action) }}
          />
        ))}
      </div>
      <ul className={styles.legend}>
        {actions.map((action, index) => {
          const Icon = actionLooks[action].icon;
          return (
            <li key={action}>
              <Icon size={16} aria-hidden className={styles[`${action}Icon`]} />
              {words[index]}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
