import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, CellText, Table, type ColumnConfig } from '@backstage/ui';
import {
  RelativeTime,
  type ListQueryState,
} from '@freehold/plugin-tenancy-react';
import { useMemo } from 'react';
import type { Customer } from '../../api';
import { tenancyTranslationRef } from '../../translation';
import { CustomerStateChip } from '../CustomerStateChip';
import styles from '../lists.module.css';

type CustomerRow = Customer & { id: string };

/** Customers as rows, each leading to its page. */
export function CustomersTable(props: {
  customers: Customer[];
  isStale: boolean;
  list: ListQueryState<'tier' | 'state'>;
}) {
  const { customers, isStale, list } = props;
  const columns = useColumns();
  const rows = useMemo(
    () => customers.map(customer => ({ ...customer, id: customer.slug })),
    [customers],
  );
  return (
    <Table
      columnConfig={columns}
      data={rows}
      isStale={isStale}
      pagination={{ type: 'none' }}
      sort={{ descriptor: list.sortDescriptor, onSortChange: list.setSort }}
      rowConfig={{ getHref: ({ slug }) => `/customers/${slug}` }}
    />
  );
}

function useColumns(): ColumnConfig<CustomerRow>[] {
  const { t } = useTranslationRef(tenancyTranslationRef);
  return useMemo(
    () => [
      {
        id: 'name',
        label: t('customers.column.name'),
        isRowHeader: true,
        isSortable: true,
        width: '2fr',
        cell: ({ name, slug }) => <CellText title={name} description={slug} />,
      },
      {
        id: 'tier',
        label: t('customers.column.tier'),
        width: 130,
        cell: ({ tier }) => <CellText title={t(`tier.${tier}`)} />,
      },
      {
        id: 'members',
        label: t('customers.column.members'),
        width: 110,
        cell: ({ memberCount }) => (
          <Cell>
            <span className={styles.number}>{memberCount}</span>
          </Cell>
        ),
      },
      {
        id: 'state',
        label: t('customers.column.state'),
        width: '1fr',
        cell: ({ state }) => (
          <Cell>
            <CustomerStateChip state={state} />
          </Cell>
        ),
      },
      {
        id: 'createdAt',
        label: t('customers.column.createdAt'),
        isSortable: true,
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
