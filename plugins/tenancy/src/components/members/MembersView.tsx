import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, CellText, Table, type ColumnConfig } from '@backstage/ui';
import { RelativeTime, useIsNarrow } from '@freehold/plugin-tenancy-react';
import { useMemo, type ReactNode } from 'react';
import type { Member } from '../../api';
import { useRoleName } from '../../signin/useRoleName';
import { tenancyTranslationRef } from '../../translation';
import styles from '../lists.module.css';

type MemberRow = Member & { id: string };

/** Members as a table, or as a list in a narrow window. */
export function MembersView(props: {
  members: Member[];
  isStale: boolean;
  myRef: string | undefined;
  renderActions?: (member: Member) => ReactNode;
}) {
  const isNarrow = useIsNarrow();
  return isNarrow ? <MembersList {...props} /> : <MembersTable {...props} />;
}

type ViewProps = Parameters<typeof MembersView>[0];

function MembersTable(props: ViewProps) {
  const { members, isStale, myRef, renderActions } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const name = useMemberName(myRef);
  const roleName = useRoleName();
  const columns: ColumnConfig<MemberRow>[] = [
    {
      id: 'name',
      label: t('members.column.name'),
      isRowHeader: true,
      width: '2fr',
      cell: member => <CellText title={name(member)} />,
    },
    {
      id: 'email',
      label: t('members.column.email'),
      width: '2fr',
      cell: ({ email }) => <CellText title={email} />,
    },
    {
      id: 'role',
      label: t('members.column.role'),
      width: '1fr',
      cell: ({ role }) => <CellText title={roleName(role)} />,
    },
    {
      id: 'since',
      label: t('members.column.since'),
      width: '1fr',
      cell: ({ createdAt }) => (
        <Cell>
          <RelativeTime at={createdAt} />
        </Cell>
      ),
    },
    {
      id: 'actions',
      label: t('members.column.actions'),
      width: 96,
      isHidden: !renderActions,
      cell: member => <Cell>{renderActions?.(member)}</Cell>,
    },
  ];
  const rows = useMemo(
    () => members.map(member => ({ ...member, id: member.name })),
    [members],
  );
  return (
    <Table
      columnConfig={columns}
      data={rows}
      isStale={isStale}
      pagination={{ type: 'none' }}
    />
  );
}

function MembersList(props: ViewProps) {
  const { members, myRef, renderActions } = props;
  const name = useMemberName(myRef);
  const roleName = useRoleName();
  return (
    <ul className={styles.list}>
      {members.map(member => (
        <li key={member.name}>
          <span className={styles.grow}>
            <strong>{name(member)}</strong>
            <span className={styles.quiet}>
              {member.email} · {roleName(member.role)}
            </span>
          </span>
          {renderActions?.(member)}
        </li>
      ))}
    </ul>
  );
}

function useMemberName(myRef: string | undefined): (member: Member) => string {
  const { t } = useTranslationRef(tenancyTranslationRef);
  return ({ displayName, entityRef }) =>
    entityRef === myRef ? `${displayName} (${t('members.you')})` : displayName;
}
