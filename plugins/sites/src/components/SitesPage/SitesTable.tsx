import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Cell,
  CellText,
  Table,
  type ColumnConfig,
  type SortDescriptor,
} from '@backstage/ui';
import {
  formatMoney,
  RelativeTime,
  SiteStateChip,
} from '@freehold/plugin-tenancy-react';
import { useMemo } from 'react';
import type { Site } from '../../api';
import { placementTitles, useOffering } from '../../hooks/useOffering';
import { useSiteLink } from '../../hooks/useSiteLink';
import { sitesTranslationRef } from '../../translation';
import { DriftChip } from '../SiteDrift/DriftAnswer';
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
      width: '1.75fr',
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
      width: '1.25fr',
      label: t('column.customer'),
      isSortable: true,
      cell: site => <CellText title={site.customerName} />,
    },
    {
      id: 'state',
      width: 176,
      label: t('column.state'),
      cell: site => (
        <Cell>
          <SiteStateChip state={site.state} />
          {site.drift?.foundAt && <DriftChip site={site} />}
        </Cell>
      ),
    },
    {
      id: 'address',
      width: '2fr',
      label: t('column.address'),
      cell: site => (
        <Cell>
          {site.url && site.state !== 'deleted' ? (
            <SiteAddress url={site.url} isShort />
          ) : (
            t('column.none')
          )}
        </Cell>
      ),
    },
    {
      id: 'price',
      width: 144,
      label: t('column.price'),
      cell: site => (
        <CellText
          title={formatMoney(
            site.monthlyPrice.amount,
            site.monthlyPrice.currency,
          )}
          description={placementTitles(offering, site).size}
        />
      ),
    },
    {
      id: 'createdAt',
      width: 136,
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
