import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { ButtonLink } from '@backstage/ui';
import {
  BUSINESS_TENANT,
  memberManagePermission,
} from '@freehold/plugin-tenancy-common';
import { EmptyState, LoadingRows, Page } from '@freehold/plugin-tenancy-react';
import { RiTeamLine } from '@remixicon/react';
import { tenancyTranslationRef } from '../../translation';
import { AddMemberActions } from '../members/AddMemberActions';
import { Members } from '../members/Members';
import { useMembersState } from '../members/useMembersState';

/** The business's own people, for operators. */
export function StaffPage() {
  const { t } = useTranslationRef(tenancyTranslationRef);
  const { allowed, loading } = usePermission({
    permission: memberManagePermission,
    resourceRef: BUSINESS_TENANT,
  });
  if (allowed) return <Staff />;
  return (
    <Page width="full" title={t('staff.title')}>
      {loading ? (
        <LoadingRows count={4} />
      ) : (
        <EmptyState
          icon={RiTeamLine}
          title={t('staff.operatorsOnly.title')}
          description={t('staff.operatorsOnly.description')}
          action={
            <ButtonLink
              href="/roles?action=tenancy.member.manage"
              variant="secondary"
            >
              {t('staff.operatorsOnly.action')}
            </ButtonLink>
          }
        />
      )}
    </Page>
  );
}

function Staff() {
  const { t } = useTranslationRef(tenancyTranslationRef);
  const state = useMembersState(BUSINESS_TENANT);
  const total = state.members.value?.total;
  return (
    <Page
      width="full"
      title={t('staff.title')}
      answer={
        total !== undefined &&
        !state.list.isNarrowed &&
        t('staff.answer', { count: total })
      }
      actions={<AddMemberActions state={state} variant="primary" />}
    >
      <Members customer={BUSINESS_TENANT} state={state} />
    </Page>
  );
}
