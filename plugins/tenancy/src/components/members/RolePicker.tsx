import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Radio, RadioGroup, Text } from '@backstage/ui';
import { memberRoles, type MemberRole } from '@freehold/plugin-tenancy-common';
import { tenancyTranslationRef } from '../../translation';
import styles from './RolePicker.module.css';

/** The roles a member can be given, each with what it means. */
export function RolePicker(props: {
  value: MemberRole;
  onChange: (role: MemberRole) => void;
  canMakeOwners: boolean;
}) {
  const { value, onChange, canMakeOwners } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const roles = memberRoles.filter(role => canMakeOwners || role !== 'owner');
  return (
    <RadioGroup
      label={t('memberForm.role')}
      value={value}
      onChange={role => onChange(role as MemberRole)}
    >
      {roles.map(role => (
        <Radio key={role} value={role}>
          <span className={styles.role}>
            <Text as="span">{t(`role.${role}`)}</Text>
            <Text as="span" variant="body-small" color="secondary">
              {t(`roleMeans.${role}`)}
            </Text>
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
