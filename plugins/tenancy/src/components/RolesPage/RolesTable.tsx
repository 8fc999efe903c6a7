import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import { RiCheckLine, RiSubtractLine } from '@remixicon/react';
import { Fragment } from 'react';
import { accessTranslationRef } from '../../accessTranslation';
import type { RoleTable } from '../../api';
import { groupActions } from './groups';
import styles from './RolesPage.module.css';

type Role = RoleTable['memberRoles'][number];

/** Roles by actions; the reader's own column stands out. */
export function RolesTable(props: { table: RoleTable; own: Role }) {
  const { table, own } = props;
  const { t } = useTranslationRef(accessTranslationRef);
  const { memberRoles, staffRoles } = table;
  const roles = [...memberRoles, ...staffRoles];
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          {staffRoles.length > 0 && (
            <tr>
              <td />
              <th scope="colgroup" colSpan={memberRoles.length}>
                {t('roles.membersOf')}
              </th>
              <th scope="colgroup" colSpan={staffRoles.length}>
                {t('roles.staff')}
              </th>
            </tr>
          )}
          <tr>
            <th scope="col" className={styles.action}>
              {t('roles.action')}
            </th>
            {roles.map(role => (
              <th key={role} scope="col" className={classOf(role, own)}>
                {t(`role.${role}`)}
                {role === own && (
                  <span className={styles.own}>{t('roles.yours')}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        {groupActions(table.actions).map(({ group, actions }) => (
          <tbody key={group}>
            <tr className={styles.group}>
              <th scope="rowgroup" colSpan={roles.length + 1}>
                {t(`roles.group.${group}`)}
              </th>
            </tr>
            {actions.map(action => (
              <tr key={action.action}>
                <th scope="row" className={styles.action}>
                  {action.title}
                  <span className={styles.description}>
                    {action.description}
                  </span>
                </th>
                {roles.map(role => (
                  <td key={role} className={classOf(role, own)}>
                    <Mark role={role} isAllowed={action.roles.includes(role)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Mark(props: { role: Role; isAllowed: boolean }) {
  const { t } = useTranslationRef(accessTranslationRef);
  const role = t(`role.${props.role}`);
  return (
    <Fragment>
      {props.isAllowed ? (
        <RiCheckLine aria-hidden className={styles.yes} />
      ) : (
        <RiSubtractLine aria-hidden className={styles.no} />
      )}
      <VisuallyHidden>
        {t(props.isAllowed ? 'roles.may' : 'roles.mayNot', { role })}
      </VisuallyHidden>
    </Fragment>
  );
}

function classOf(role: Role, own: Role): string {
  return role === own ? `${styles.cell} ${styles.ownCell}` : styles.cell;
}
