import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Link } from '@backstage/ui';
import {
  ErrorPanel,
  LoadingRows,
  Pagination,
  Section,
  useAction,
  useListQuery,
} from '@freehold/plugin-tenancy-react';
import { RiDownloadLine } from '@remixicon/react';
import { useNavigate } from 'react-router-dom';
import { costsApiRef, type PageOf, type RejectedRow } from '../../api';
import { useCorrectionUpload } from '../../hooks/useChargesUpload';
import { useCostsPaths } from '../../hooks/useCostsPaths';
import { useRejectedRows } from '../../hooks/useImports';
import { useReader } from '../../hooks/useReader';
import { importsTranslationRef } from '../../importsTranslation';
import { DropBox } from '../ImportsPage/DropBox';
import tables from '../parts/tables.module.css';
import styles from './ImportPage.module.css';

/**
 * Rows that did not go in, with what is wrong with each, to take away and to
 * bring back corrected.
 */
export function RejectedRows(props: {
  importId: string;
  /** Whether corrected rows can be added to what the import brought. */
  isCorrectable: boolean;
}) {
  const { importId, isCorrectable } = props;
  const { canImport } = useReader();
  const { t } = useTranslationRef(importsTranslationRef);
  const api = useApi(costsApiRef);
  const list = useListQuery({ filters: [], defaultSort: '' });
  const { offset, limit } = list.query;
  const { data, error, refresh } = useRejectedRows(importId, { offset, limit });
  const download = useAction(() => api.downloadRejectedRows(importId));
  return (
    <Section
      title={t('rejected.title')}
      description={t('rejected.lead')}
      actions={
        <Button
          variant="secondary"
          size="small"
          iconStart={<RiDownloadLine />}
          isPending={download.isRunning}
          onPress={() => download.run()}
        >
          {t('rejected.download')}
        </Button>
      }
    >
      {download.error && (
        <ErrorPanel
          error={download.error}
          title={t('rejected.downloadFailed')}
        />
      )}
      {error && (
        <ErrorPanel
          error={error}
          title={t('rejected.failed')}
          onRetry={() => refresh()}
        />
      )}
      {!data && !error && <LoadingRows count={3} height="2.5rem" />}
      {data && (
        <>
          <RowsTable rows={data} />
          <Pagination
            offset={offset}
            limit={limit}
            total={data.total}
            onOffset={list.setOffset}
            onLimit={list.setLimit}
          />
        </>
      )}
      {isCorrectable && canImport && <Correct importId={importId} />}
    </Section>
  );
}

function Correct({ importId }: { importId: string }) {
  const { t } = useTranslationRef(importsTranslationRef);
  const paths = useCostsPaths();
  const navigate = useNavigate();
  const upload = useCorrectionUpload(importId, received =>
    navigate(paths.import(received.importId)),
  );
  return (
    <section className={styles.correct} aria-label={t('rejected.correct')}>
      <h3>{t('rejected.correct')}</h3>
      <DropBox upload={upload} isReady />
    </section>
  );
}

function RowsTable({ rows }: { rows: PageOf<RejectedRow> }) {
  const { t } = useTranslationRef(importsTranslationRef);
  const paths = useCostsPaths();
  return (
    <table
      className={`${tables.table} ${tables.list} ${styles.rejected}`}
      aria-label={t('rejected.title')}
    >
      <thead>
        <tr>
          <th scope="col">{t('rejected.row')}</th>
          <th scope="col">{t('rejected.why')}</th>
          <th scope="col">{t('rejected.values')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.items.map(({ row, reasons, values, correctedBy }) => (
          <tr key={row}>
            <th scope="row">{row.toLocaleString()}</th>
            <td className={tables.wide}>
              {reasons.map(({ column, code, message }) => (
                <div key={`${column}/${code}`}>
                  {column && <code>{column}</code>} {message}
                </div>
              ))}
              {correctedBy && (
                <div>
                  {t('rejected.correctedBy')}{' '}
                  <Link href={paths.import(correctedBy)}>
                    {t('rejected.correctedByLink')}
                  </Link>
                </div>
              )}
            </td>
            <td className={tables.wide}>
              <code className={styles.values}>{values}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
