import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Cell,
  CellText,
  Table,
  type ColumnConfig,
  type SortDescriptor,
} from '@backstage/ui';
import {
  Money,
  RelativeTime,
  SiteStateChip,
} from '@freehold/plugin-tenancy-react';
import { useMemo } from 'react';
import type { Site } from '../../api';
import { placementTitles, useOffering } from '../../hooks/useOffering';
import { useSiteLink } from '../../hooks/useSiteLink';
import { sitesTranslationRef } from '../../translation';
import { SiteAddress } from '../parts/SiteAddress';

type Row = Site & { id: string };

/** Sites as staff read them: dense, sortable, one row each. */
export function SitesTable(props: {
  sites: Site[];
  sort: SortDescriptor;
  onSort: (sort: SortDescriptor) => void;
}) {
  const { sites, sort, onSort } = props;
  const columns = useColumns();
  const rows = useMemo(
    () => sites.map(site => ({ ...site, id: site.siteId })),
    [sites],
  );
  return (
    <Table
      columnConfig={columns}
      data={rows}
      pagination={{ type: 'none' }}
      sort={{ descriptor: sort, onSortChange: onSort }}
    />
  );
}

function useColumns(): ColumnConfig<Row>[] {
  const { t } = useTranslationRef(sitesTranslationRef);
  const { data: offering } = useOffering();
  const siteLink = useSiteLink();
  return [
    {
      id: 'name',
      label: t('column.site'),
      isRowHeader: true,
      isSortable: true,
      cell: site => (
        <CellText
          title={site.title}
          description={site.name}
          href={siteLink(site)}
        />
      ),
    },
    {
      id: 'customer',
      label: t('column.customer'),
      isSortable: true,
      cell: site => <CellText title={site.customerName} />,
    },
    {
      id: 'state',
      label: t('column.state'),
      cell: site => (
        <Cell>
          <SiteStateChip state={site.state} />
        </Cell>
      ),
    },
    {
      id: 'address',
      label: t('column.address'),
      cell: site => (
        <Cell>
          {site.url && site.state !== 'deleted' ? (
            <SiteAddress url={site.url} />
          ) : (
            t('column.none')
          )}
        </Cell>
      ),
    },
    {
      id: 'placement',
      label: t('column.placement'),
      cell: site => {
        const { cloud, region, size } = placementTitles(offering, site);
        return <CellText title={size} description={`${cloud} · ${region}`} />;
      },
    },
    {
      id: 'price',
      label: t('column.price'),
      cell: site => (
        <Cell>
          <Money {...site.monthlyPrice} />
        </Cell>
      ),
    },
    {
      id: 'createdAt',
      label: t('column.created'),
      isSortable: true,
      cell: site => (
        <Cell>
          <RelativeTime at={site.createdAt} />
        </Cell>
      ),
    },
  ];
}
