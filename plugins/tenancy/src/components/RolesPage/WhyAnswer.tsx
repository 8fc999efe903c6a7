import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { Facts } from '@freehold/plugin-tenancy-react';
import { accessTranslationRef } from '../../accessTranslation';
import type { AccessExplanation } from '../../api';
import styles from './RolesPage.module.css';

/** Yes or no, the rule it rests on, and who can change it. */
export function WhyAnswer(props: { explanation: AccessExplanation }) {
  const { allowed, rule, role, title, reach, roles, givenBy } =
    props.explanation;
  const { t } = useTranslationRef(accessTranslationRef);
  const sentence = t(`why.rule.${rule}`, {
    role: role ? t(`role.${role}`).toLocaleLowerCase() : '',
    title: title ?? '',
  });
  return (
    <div className={styles.answer}>
      <Alert
        status={allowed ? 'success' : 'warning'}
        icon
        title={t(allowed ? 'why.yes' : 'why.no')}
        description={
          allowed && reach ? `${sentence} ${t(`why.reach.${reach}`)}` : sentence
        }
      />
      {!allowed && (
        <Facts
          facts={[
            {
              label: t('why.roles'),
              value:
                roles.map(each => t(`role.${each}`)).join(', ') || undefined,
            },
            {
              label: t('why.givenBy'),
              value: givenBy.join(', ') || undefined,
            },
          ]}
        />
      )}
    </div>
  );
}
