import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Radio, RadioGroup, Text } from '@backstage/ui';
import type { Role } from '@freehold/plugin-tenancy-common';
import { useRoleName } from '../../signin/useRoleName';
import { tenancyTranslationRef } from '../../translation';
import styles from './RolePicker.module.css';
import { rolesOf } from './rolesOf';

/** The roles that somebody of a tenant can be given, each with what it means. */
export function RolePicker(props: {
  tenant: string;
  value: Role;
  onChange: (role: Role) => void;
  canMakeOwners: boolean;
}) {
  const { tenant, value, onChange, canMakeOwners } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const roleName = useRoleName();
  const roles = rolesOf(tenant).filter(
    role => canMakeOwners || role !== 'owner',
  );
  return (
    <RadioGroup
      label={t('memberForm.role')}
      value={value}
      onChange={role => onChange(role as Role)}
    >
      {roles.map(role => (
        <Radio key={role} value={role}>
          <span className={styles.role}>
            <Text as="span">{roleName(role)}</Text>
            <Text as="span" variant="body-small" color="secondary">
              {t(`roleMeans.${role}`)}
            </Text>
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
