import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiCheckLine, RiSubtractLine } from '@remixicon/react';
import { accessTranslationRef } from '../../accessTranslation';
import type { RoleTable } from '../../api';
import lists from '../lists.module.css';
import { groupActions } from './groups';
import styles from './RolesPage.module.css';

/** The same in a narrow window: each action with the roles that include it. */
export function RolesList(props: {
  table: RoleTable;
  own: RoleTable['memberRoles'][number];
}) {
  const { table, own } = props;
  const { t } = useTranslationRef(accessTranslationRef);
  return (
    <>
      {groupActions(table.actions).map(({ group, actions }) => (
        <section key={group}>
          <h2 className={styles.listGroup}>{t(`roles.group.${group}`)}</h2>
          <ul className={lists.list}>
            {actions.map(({ action, title, description, roles }) => (
              <li key={action}>
                {roles.includes(own) ? (
                  <RiCheckLine
                    className={styles.yes}
                    aria-label={t('roles.may', { role: t(`role.${own}`) })}
                  />
                ) : (
                  <RiSubtractLine
                    className={styles.no}
                    aria-label={t('roles.mayNot', { role: t(`role.${own}`) })}
                  />
                )}
                <span className={lists.grow}>
                  <strong>{title}</strong>
                  <span className={lists.quiet}>{description}</span>
                  <span className={lists.quiet}>
                    {roles.map(role => t(`role.${role}`)).join(', ') ||
                      t('roles.nobody')}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
