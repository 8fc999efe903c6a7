import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ErrorPanel,
  LoadingRows,
  Page,
  useIsNarrow,
  useMe,
  type Me,
} from '@freehold/plugin-tenancy-react';
import { accessTranslationRef } from '../../accessTranslation';
import type { RoleTable } from '../../api';
import { useRoles } from '../../hooks';
import { RolesList } from './RolesList';
import styles from './RolesPage.module.css';
import { RolesTable } from './RolesTable';
import { WhyPanel } from './WhyPanel';

/** Who may do what, the reader's own role first, and why. */
export function RolesPage() {
  const { t } = useTranslationRef(accessTranslationRef);
  const { me } = useMe();
  const { value, error, retry } = useRoles();
  return (
    <Page
      width="full"
      title={t('roles.title')}
      answer={me && value && <Answer me={me} table={value} />}
    >
      {error && (
        <ErrorPanel
          title={t('roles.errorTitle')}
          error={error}
          onRetry={retry}
        />
      )}
      {!error && !(value && me) && <LoadingRows count={8} />}
      {!error && value && me && <LoadedRoles me={me} table={value} />}
    </Page>
  );
}

function LoadedRoles(props: { me: Me; table: RoleTable }) {
  const { me, table } = props;
  const { t } = useTranslationRef(accessTranslationRef);
  const isNarrow = useIsNarrow();
  const View = isNarrow ? RolesList : RolesTable;
  return (
    <div className={styles.parts}>
      <WhyPanel me={me} actions={table.actions} />
      <View table={table} own={me.role} />
      <ul className={styles.notes}>
        <li>{t('roles.notes.lastOwner')}</li>
        <li>{t('roles.notes.ownersOnly')}</li>
        {me.kind === 'staff' && <li>{t('roles.notes.viewing')}</li>}
      </ul>
    </div>
  );
}

function Answer(props: { me: Me; table: RoleTable }) {
  const { me, table } = props;
  const { t } = useTranslationRef(accessTranslationRef);
  const allowed = table.actions.filter(({ roles }) => roles.includes(me.role));
  return (
    <>
      {t('roles.answer', {
        role: t(`role.${me.role}`).toLocaleLowerCase(),
        allowed: String(allowed.length),
        total: String(table.actions.length),
      })}
    </>
  );
}
