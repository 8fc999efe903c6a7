import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CellText, Table, type ColumnConfig } from '@backstage/ui';
import { useMemo } from 'react';
import { appTranslationRef } from '../../translation';
import { namespaceOf, pathOf, titleOf, typeOf } from '../entityFacts';
import type { CatalogEntity } from '../hooks/useCatalogEntities';
import type { CatalogListState } from './CatalogFilters';

type EntityRow = CatalogEntity & { id: string };

/** Entities as rows, each leading to its page. */
export function CatalogTable(props: {
  entities: CatalogEntity[];
  isStale: boolean;
  list: CatalogListState;
}) {
  const { entities, isStale, list } = props;
  const columns = useColumns();
  const rows = useMemo(
    () => entities.map(entity => ({ ...entity, id: pathOf(entity) })),
    [entities],
  );
  return (
    <Table
      columnConfig={columns}
      data={rows}
      isStale={isStale}
      pagination={{ type: 'none' }}
      sort={{ descriptor: list.sortDescriptor, onSortChange: list.setSort }}
      rowConfig={{ getHref: ({ id }) => String(id) }}
    />
  );
}

function useColumns(): ColumnConfig<EntityRow>[] {
  const { t } = useTranslationRef(appTranslationRef);
  return useMemo(
    () => [
      {
        id: 'metadata.name',
        label: t('catalog.column.name'),
        isRowHeader: true,
        isSortable: true,
        width: '2fr',
        cell: entity => (
          <CellText
            title={titleOf(entity)}
            description={entity.metadata.name}
          />
        ),
      },
      {
        id: 'kind',
        label: t('catalog.column.kind'),
        isSortable: true,
        width: 140,
        cell: ({ kind }) => <CellText title={kind} />,
      },
      {
        id: 'type',
        label: t('catalog.column.type'),
        width: 140,
        cell: entity => <CellText title={typeOf(entity) ?? '–'} />,
      },
      {
        id: 'metadata.namespace',
        label: t('catalog.column.namespace'),
        isSortable: true,
        width: '1fr',
        minWidth: 140,
        cell: entity => <CellText title={namespaceOf(entity)} />,
      },
      {
        id: 'description',
        label: t('catalog.column.description'),
        width: '3fr',
        cell: ({ metadata }) => (
          <CellText title={metadata.description ?? '–'} />
        ),
      },
    ],
    [t],
  );
}
