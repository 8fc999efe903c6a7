import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, CellText, Link, Table, type ColumnConfig } from '@backstage/ui';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import { RelativeTime } from '@freehold/plugin-tenancy-react';
import { useMemo } from 'react';
import type { Mail } from '../../api';
import { tenancyTranslationRef } from '../../translation';
import styles from '../lists.module.css';
import { MailStateChip } from './MailStateChip';

/** Mails as rows, each leading to its page. */
export function MailsTable(props: { mails: Mail[]; isStale: boolean }) {
  return (
    <Table
      columnConfig={useColumns()}
      data={props.mails}
      isStale={props.isStale}
      pagination={{ type: 'none' }}
      rowConfig={{ getHref: hrefOf }}
    />
  );
}

/** Mails in a narrow window. */
export function MailsList(props: { mails: Mail[] }) {
  return (
    <ul className={styles.list}>
      {props.mails.map(mail => (
        <li key={mail.id}>
          <span className={styles.grow}>
            <Link href={hrefOf(mail)} weight="bold">
              {mail.subject}
            </Link>
            <span className={styles.quiet}>
              {mail.recipient.email} · <RelativeTime at={mail.createdAt} />
            </span>
          </span>
          <MailStateChip state={mail.state} />
        </li>
      ))}
    </ul>
  );
}

function hrefOf({ tenant, id }: Mail): string {
  return `/outbox/${tenant}/${id}`;
}

function useColumns(): ColumnConfig<Mail>[] {
  const { t } = useTranslationRef(tenancyTranslationRef);
  return useMemo(
    () => [
      {
        id: 'subject',
        label: t('outbox.column.subject'),
        isRowHeader: true,
        width: '2fr',
        cell: ({ subject }) => <CellText title={subject} />,
      },
      {
        id: 'recipient',
        label: t('outbox.column.recipient'),
        width: '2fr',
        cell: ({ recipient }) => (
          <CellText title={recipient.email} description={recipient.name} />
        ),
      },
      {
        id: 'customer',
        label: t('outbox.column.customer'),
        width: '1fr',
        cell: ({ tenant }) => (
          <CellText
            title={tenant === BUSINESS_TENANT ? t('outbox.staff') : tenant}
          />
        ),
      },
      {
        id: 'state',
        label: t('outbox.column.state'),
        width: 190,
        cell: ({ state }) => (
          <Cell>
            <MailStateChip state={state} />
          </Cell>
        ),
      },
      {
        id: 'time',
        label: t('outbox.column.time'),
        width: '1fr',
        cell: ({ createdAt }) => (
          <Cell>
            <RelativeTime at={createdAt} />
          </Cell>
        ),
      },
    ],
    [t],
  );
}
