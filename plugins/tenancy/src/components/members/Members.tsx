import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Link, SearchField } from '@backstage/ui';
import {
  EmptyState,
  ErrorPanel,
  LoadingRows,
  Pagination,
  useMe,
  type Me,
} from '@freehold/plugin-tenancy-react';
import { RiTeamLine } from '@remixicon/react';
import { accessTranslationRef } from '../../accessTranslation';
import type { Member } from '../../api';
import { tenancyTranslationRef } from '../../translation';
import styles from '../lists.module.css';
import { useTypedSearch } from '../useTypedSearch';
import { Invitations } from '../invitations/Invitations';
import { MemberActions } from './MemberActions';
import { MemberDialogs } from './MemberDialogs';
import { MembersView } from './MembersView';
import type { MembersState } from './useMembersState';

/** The members of a customer, with what the reader may do to each. */
export function Members(props: { customer: string; state: MembersState }) {
  const { customer, state } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const { t: access } = useTranslationRef(accessTranslationRef);
  const { me } = useMe();
  const { list, members, canManage, dialog, setDialog } = state;
  const { query, isNarrowed } = list;
  const { value, loading, error, retry } = members;
  const [typed, setTyped] = useTypedSearch(query.search, list.setSearch);
  const canMakeOwners = me?.kind === 'staff' || me?.role === 'owner';

  return (
    <>
      {(isNarrowed || (value && value.total > 5)) && (
        <div className={styles.filters} role="search">
          <SearchField
            className={styles.search}
            aria-label={t('members.search')}
            placeholder={t('members.search')}
            value={typed}
            onChange={setTyped}
            maxLength={200}
          />
        </div>
      )}
      {error && (
        <ErrorPanel
          title={t('members.errorTitle')}
          error={error}
          onRetry={retry}
        />
      )}
      {!error && !value && <LoadingRows count={4} />}
      {!error && value?.total === 0 && (
        <EmptyState
          icon={RiTeamLine}
          title={t(
            isNarrowed ? 'members.noMatch.title' : 'members.empty.title',
          )}
          description={t(
            isNarrowed
              ? 'members.noMatch.description'
              : 'members.empty.description',
          )}
          action={
            isNarrowed && (
              <Button variant="secondary" onPress={list.clear}>
                {t('members.noMatch.clear')}
              </Button>
            )
          }
        />
      )}
      {!error && value && value.total > 0 && (
        <div>
          <MembersView
            members={value.items}
            isStale={loading}
            myRef={me?.entityRef}
            renderActions={
              canManage
                ? member =>
                    mayChange(member, canMakeOwners) && (
                      <MemberActions
                        member={member}
                        isMe={isMe(member, me)}
                        canHandOver={
                          me?.role === 'owner' && member.role !== 'owner'
                        }
                        onAction={name => setDialog({ name, member })}
                      />
                    )
                : undefined
            }
          />
          <Pagination
            offset={query.offset}
            limit={query.limit}
            total={value.total}
            onOffset={list.setOffset}
            onLimit={list.setLimit}
          />
        </div>
      )}
      <Invitations tenant={customer} invitations={state.invitations} />
      <p className={styles.note}>
        <Link href="/roles">{access('roles.link')}</Link>
      </p>
      <MemberDialogs
        customer={customer}
        open={dialog}
        setOpen={setDialog}
        canMakeOwners={canMakeOwners}
        onChanged={retry}
        onInvited={state.invitations.retry}
      />
    </>
  );
}

/** Owners are changed by owners and staff only. */
function mayChange(member: Member, canMakeOwners: boolean): boolean {
  return canMakeOwners || member.role !== 'owner';
}

function isMe(member: Member, me: Me | undefined): boolean {
  return member.entityRef === me?.entityRef;
}
