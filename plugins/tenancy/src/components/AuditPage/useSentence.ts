import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { AuditEvent } from '../../api';
import { tenancyTranslationRef } from '../../translation';
import { didWords, type NamedAction } from './auditActions';
import { wordsOf } from './auditWords';

/** What was done, or tried, in the words between who and to what. */
export function useSentence(): (event: AuditEvent) => string {
  const { t } = useTranslationRef(tenancyTranslationRef);
  return ({ action, outcome }) => {
    const named = isNamed(action) ? action : undefined;
    if (outcome === 'succeeded') {
      return named
        ? t(`audit.did.${named}`)
        : t('audit.didOther', { action: wordsOf(action) });
    }
    return t('audit.triedTo', {
      action: named ? t(`audit.to.${named}`) : wordsOf(action),
    });
  };
}

function isNamed(action: string): action is NamedAction {
  return Object.hasOwn(didWords, action);
}
