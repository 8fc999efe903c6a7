import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { AuditEvent } from '../../api';
import { tenancyTranslationRef } from '../../translation';
import { wordsOf } from './auditWords';

/** Actions that have words of their own; others are told by their name. */
export const namedActions = [
  'orderSite',
  'updateSite',
  'deleteSite',
  'suspendSite',
  'resumeSite',
  'purgeSite',
  'uploadContent',
  'approveDeployment',
  'rejectDeployment',
  'cancelDeployment',
  'retryDeployment',
  'finishDeployment',
  'createCustomer',
  'updateCustomer',
  'updateCustomerLimits',
  'deactivateCustomer',
  'reactivateCustomer',
  'addMember',
  'updateMember',
  'removeMember',
  'inviteMember',
  'resendInvitation',
  'revokeInvitation',
  'acceptInvitation',
  'createPasswordLink',
  'requestPasswordReset',
  'setPassword',
  'signIn',
  'signOut',
  'refreshSession',
  'useSession',
  'clearAuditEvents',
  'checkAuditTrail',
] as const;
type NamedAction = (typeof namedActions)[number];

/** What was done, or tried, in the words between who and to what. */
export function useSentence(): (event: AuditEvent) => string {
  const { t } = useTranslationRef(tenancyTranslationRef);
  return ({ action, outcome }) => {
    const named = namedActions.find(
      (name): name is NamedAction => name === action,
    );
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
