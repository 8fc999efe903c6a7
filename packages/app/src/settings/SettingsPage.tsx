import {
  identityApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button, Flex, Link } from '@backstage/ui';
import { credentialManagePermission } from '@freehold/plugin-sites-common';
import {
  auditReadPermission,
  BUSINESS_TENANT,
  memberManagePermission,
} from '@freehold/plugin-tenancy-common';
import {
  ErrorPanel,
  Facts,
  LoadingRows,
  Page,
  useMe,
} from '@freehold/plugin-tenancy-react';
import { NotificationPreferences } from '../notifications/components/NotificationPreferences';
import { appTranslationRef } from '../translation';
import { ThemeChoice } from './ThemeChoice';

/** Who the reader is, how the portal looks to them, and the way out. */
export function SettingsPage() {
  const { t } = useTranslationRef(appTranslationRef);
  const identityApi = useApi(identityApiRef);
  const { me, error, retry } = useMe();
  const { allowed: canReadAudit } = usePermission({
    permission: auditReadPermission,
    resourceRef: me?.tenant,
  });
  const { allowed: canManageStaff } = usePermission({
    permission: memberManagePermission,
    resourceRef: BUSINESS_TENANT,
  });
  const { allowed: canManageCredentials } = usePermission({
    permission: credentialManagePermission,
    resourceRef: me?.tenant ?? '',
  });
  return (
    <Page
      title={t('navigation.settings')}
      actions={
        <Button variant="secondary" onPress={() => identityApi.signOut()}>
          {t('navigation.signOut')}
        </Button>
      }
    >
      <Flex direction="column" gap="6">
        {error && <ErrorPanel error={error} onRetry={retry} />}
        {!error && !me && <LoadingRows count={2} />}
        {me && (
          <Facts
            facts={[
              { label: t('settings.name'), value: me.displayName },
              { label: t('settings.email'), value: me.email },
              {
                label: t('navigation.account'),
                value: (
                  <Link href="/account">{t('settings.changeAccount')}</Link>
                ),
              },
              {
                label: t('settings.organization'),
                value:
                  me.kind === 'member' ? (
                    <Link href="/settings/customer">{me.tenantName}</Link>
                  ) : (
                    me.tenantName
                  ),
              },
              {
                label: t('settings.role'),
                value: <Link href="/roles">{t(`role.${me.role}`)}</Link>,
              },
              {
                label: t('settings.signIn'),
                value: (
                  <Link href="/account/security">{t('settings.security')}</Link>
                ),
              },
              {
                label: t('navigation.usage'),
                value:
                  me.kind === 'member' ? (
                    <Link href="/usage">{t('settings.usage')}</Link>
                  ) : undefined,
              },
              {
                label: t('settings.clouds'),
                value: canManageCredentials ? (
                  <Link href="/settings/clouds">
                    {t('settings.credentials')}
                  </Link>
                ) : undefined,
              },
              {
                label: t('navigation.staff'),
                value: canManageStaff ? (
                  <Link href="/staff">{t('settings.staff')}</Link>
                ) : undefined,
              },
              {
                label: t('navigation.audit'),
                value: canReadAudit ? (
                  <Link href="/audit">{t('settings.audit')}</Link>
                ) : undefined,
              },
              {
                label: t('navigation.notifications'),
                value: (
                  <Link href="/notifications">
                    {t('settings.notifications')}
                  </Link>
                ),
              },
              {
                label: t('navigation.search'),
                value: <Link href="/search">{t('settings.search')}</Link>,
              },
            ]}
          />
        )}
        <ThemeChoice />
        {me && <NotificationPreferences isStaff={me.kind === 'staff'} />}
      </Flex>
    </Page>
  );
}
