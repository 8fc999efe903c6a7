import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { isMemberRole, type Role } from '@freehold/plugin-tenancy-common';
import { tenancyTranslationRef } from '../translation';

/** What people call a role, of members or of staff. */
export function useRoleName(): (role: Role) => string {
  const { t } = useTranslationRef(tenancyTranslationRef);
  return role =>
    isMemberRole(role) ? t(`role.${role}`) : t(`staffRole.${role}`);
}
