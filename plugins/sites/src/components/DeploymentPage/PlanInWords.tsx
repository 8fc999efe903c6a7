import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { Deployment, Plan } from '../../api';
import { decisionTranslationRef } from '../../decisionTranslation';
import { kindKey } from '../../domain/kindKey';
import {
  countKept,
  planStatements,
  type PlanStatement,
} from '../../domain/planStatements';
import { tenseOf, wasApplied, type PlanTense } from '../../domain/planTense';
import { actionLooks } from './actionLooks';
import styles from './PlanInWords.module.css';

/** What a plan does or did, for people who need not know what it is made of. */
export function PlanInWords(props: { plan: Plan; deployment: Deployment }) {
  const { plan, deployment } = props;
  const { t } = useTranslationRef(decisionTranslationRef);
  const tense = tenseOf(deployment);
  const statements = planStatements(plan);
  const kept = countKept(plan);
  return (
    <>
      {tense === 'unfinished' && statements.length > 0 && (
        <Text as="p">
          {t(wasApplied(deployment) ? 'words.cutShort' : 'words.undone')}
        </Text>
      )}
      <ul className={styles.statements}>
        {statements.map(statement => (
          <Statement
            key={`${statement.kind} ${statement.action}`}
            statement={statement}
            tense={tense}
          />
        ))}
      </ul>
      {kept > 0 && (
        <Text as="p" color="secondary">
          {t('words.kept', { count: kept })}
        </Text>
      )}
    </>
  );
}

function Statement(props: { statement: PlanStatement; tense: PlanTense }) {
  const { statement, tense } = props;
  const { kind, action, count, isLoss, names, sizes } = statement;
  const { t } = useTranslationRef(decisionTranslationRef);
  const Icon = actionLooks[action].icon;
  const things = t(`kind.${kindKey(kind)}`, { count });
  const what =
    names.length > 0
      ? t('words.named', { what: things, names: names.join(', ') })
      : things;
  const isGone = action === 'destroy' || action === 'replace';
  const notes = [
    ...sizes.map(size => t('words.size', size)),
    statement.leavesCopy && t('words.snapshot'),
    statement.isPublic && t('words.isPublic'),
    statement.isClear && t('words.isClear'),
  ].filter(Boolean);
  return (
    <li className={isLoss ? styles.loss : undefined}>
      <Icon size={18} aria-hidden className={styles[action]} />
      <span className={styles.words}>
        <span>
          {isLoss && isGone
            ? t(`words.${tense}.${action}Loss`, { what, count })
            : t(`words.${tense}.${action}`, { what, count })}
        </span>
        {notes.map(note => (
          <span key={`${note}`} className={styles.note}>
            {note}
          </span>
        ))}
      </span>
    </li>
  );
}
