import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  Pagination,
  RelativeTime,
  Section,
  type ListQueryState,
} from '@freehold/plugin-tenancy-react';
import type { Import, PageOf } from '../../api';
import { formatMonth } from '../../domain/formatDays';
import { useCostsPaths } from '../../hooks/useCostsPaths';
import { importsTranslationRef } from '../../importsTranslation';
import { ImportStateChip } from '../parts/ImportStateChip';
import tables from '../parts/tables.module.css';

/** Imports, newest first; each leads to what became of it. */
export function ImportsList(props: {
  imports: PageOf<Import>;
  list: ListQueryState<never>;
}) {
  const { imports, list } = props;
  const { t } = useTranslationRef(importsTranslationRef);
  const paths = useCostsPaths();
  if (imports.total === 0) return null;
  return (
    <Section title={t('list.title')}>
      <table
        className={`${tables.table} ${tables.list}`}
        aria-label={t('list.title')}
      >
        <thead>
          <tr>
            <th scope="col">{t('list.file')}</th>
            <th scope="col">{t('list.source')}</th>
            <th scope="col">{t('list.state')}</th>
            <th scope="col">{t('list.rows')}</th>
            <th scope="col" className={tables.number}>
              {t('list.when')}
            </th>
          </tr>
        </thead>
        <tbody>
          {imports.items.map(item => (
            <tr key={item.importId}>
              <th scope="row">
                <Link href={paths.import(item.importId)}>{item.fileName}</Link>
                {item.reallocates && (
                  <div className={tables.quiet}>
                    {t('list.reallocates', {
                      month: formatMonth(item.reallocates),
                    })}
                  </div>
                )}
              </th>
              <td>{item.sourceName}</td>
              <td>
                <ImportStateChip import={item} />
              </td>
              <td>
                <Rows item={item} />
              </td>
              <td className={tables.number}>
                <RelativeTime at={item.createdAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pagination
        offset={list.query.offset}
        limit={list.query.limit}
        total={imports.total}
        onOffset={list.setOffset}
        onLimit={list.setLimit}
      />
    </Section>
  );
}

function Rows({ item }: { item: Import }) {
  const { t } = useTranslationRef(importsTranslationRef);
  if (item.accepted === undefined) return null;
  return (
    <>
      {[
        t('list.in', { rows: item.accepted.toLocaleString() }),
        item.rejected
          ? t('list.rejected', { rows: item.rejected.toLocaleString() })
          : undefined,
      ]
        .filter(Boolean)
        .join(' · ')}
    </>
  );
}
