import { usePermission } from '@backstage/plugin-permission-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import {
  customerConfigurePermission,
  viewingReadPermission,
} from '@freehold/plugin-tenancy-common';
import {
  EmptyState,
  ErrorPanel,
  LoadingRows,
  Page,
  useMe,
  type Me,
} from '@freehold/plugin-tenancy-react';
import { RiBuilding2Line } from '@remixicon/react';
import { accessTranslationRef } from '../../accessTranslation';
import { useCustomer } from '../../hooks';
import { Viewings } from '../viewings/Viewings';
import { OrganizationFacts } from './OrganizationFacts';
import { SettingsForm } from './SettingsForm';

/** The reader's own customer: what it settles for itself, and who looked. */
export function OrganizationPage() {
  const { t } = useTranslationRef(accessTranslationRef);
  const { me, error, retry } = useMe();
  if (me?.kind === 'member') return <OwnOrganization me={me} />;
  return (
    <Page title={t('organization.title')}>
      {error && <ErrorPanel error={error} onRetry={retry} />}
      {!error && !me && <LoadingRows count={4} />}
      {me && (
        <EmptyState
          icon={RiBuilding2Line}
          title={t('organization.staffOnly.title')}
          description={t('organization.staffOnly.description')}
          action={
            <ButtonLink href="/customers" variant="secondary">
              {t('organization.staffOnly.action')}
            </ButtonLink>
          }
        />
      )}
    </Page>
  );
}

function OwnOrganization(props: { me: Me }) {
  const { tenant, tenantName } = props.me;
  const { t } = useTranslationRef(accessTranslationRef);
  const { value, error, retry } = useCustomer(tenant);
  const { allowed: canConfigure } = usePermission({
    permission: customerConfigurePermission,
    resourceRef: tenant,
  });
  const { allowed: canReadViewings } = usePermission({
    permission: viewingReadPermission,
    resourceRef: tenant,
  });
  return (
    <Page
      title={t('organization.title')}
      answer={t('organization.answer', { tenant: value?.name ?? tenantName })}
    >
      {error && (
        <ErrorPanel
          title={t('organization.errorTitle')}
          error={error}
          onRetry={retry}
        />
      )}
      {!error && !value && <LoadingRows count={4} height="4rem" />}
      {value && <OrganizationFacts customer={value} showAll={!canConfigure} />}
      {value && canConfigure && (
        <SettingsForm customer={value} onSaved={retry} isMember />
      )}
      {value && canReadViewings && <Viewings customer={tenant} />}
    </Page>
  );
}
