import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import {
  EmptyState,
  ErrorPanel,
  LoadingRows,
  Page,
  useMe,
  type Me,
} from '@freehold/plugin-tenancy-react';
import { RiTeamLine } from '@remixicon/react';
import { tenancyTranslationRef } from '../../translation';
import { AddMemberActions } from '../members/AddMemberActions';
import { Members } from '../members/Members';
import { useMembersState } from '../members/useMembersState';

/** The members of the reader's own customer. */
export function MembersPage() {
  const { t } = useTranslationRef(tenancyTranslationRef);
  const { me, error, retry } = useMe();
  if (me?.kind === 'member') return <OwnMembers me={me} />;
  return (
    <Page width="full" title={t('members.title')}>
      {error && <ErrorPanel error={error} onRetry={retry} />}
      {!error && !me && <LoadingRows count={4} />}
      {me && (
        <EmptyState
          icon={RiTeamLine}
          title={t('members.staffOnly.title')}
          description={t('members.staffOnly.description')}
          action={
            <ButtonLink href="/customers" variant="secondary">
              {t('members.staffOnly.action')}
            </ButtonLink>
          }
        />
      )}
    </Page>
  );
}

function OwnMembers(props: { me: Me }) {
  const { tenant, tenantName } = props.me;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const state = useMembersState(tenant);
  const total = state.members.value?.total;
  return (
    <Page
      width="full"
      title={t('members.title')}
      answer={
        total !== undefined &&
        !state.list.isNarrowed &&
        t('members.answer', { count: total, tenant: tenantName })
      }
      actions={<AddMemberActions state={state} variant="primary" />}
    >
      <Members customer={tenant} state={state} />
    </Page>
  );
}
