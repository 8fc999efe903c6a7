import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Menu,
  MenuItem,
  MenuSeparator,
  MenuTrigger,
} from '@backstage/ui';
import { ErrorPanel, useAction } from '@freehold/plugin-tenancy-react';
import { RiDownloadLine } from '@remixicon/react';
import { costsApiRef, type ReportQuery } from '../../api';
import { comparedDays } from '../../domain/comparing';
import type { CostsView } from '../../domain/CostsView';
import { toRangeQuery } from '../../hooks/useCosts';
import { useDimensionName } from '../../hooks/useDimensionName';
import { lookingTranslationRef } from '../../lookingTranslation';
import { costsTranslationRef } from '../../translation';

const FORMATS = [
  { format: 'csv', words: 'CSV' },
  { format: 'parquet', words: 'Parquet' },
] as const;

/** Hands what the page shows, or the charges behind it, to the browser. */
export function ExportView(props: {
  view: CostsView;
  /** The last day that has charges. */
  today: string;
}) {
  const { view } = props;
  const { t } = useTranslationRef(lookingTranslationRef);
  const { t: tCosts } = useTranslationRef(costsTranslationRef);
  const dimensionName = useDimensionName();
  const api = useApi(costsApiRef);
  const query = toReportQuery(props);
  const download = useAction((get: () => Promise<void>) => get());
  const title = tCosts('breakdown.title', {
    dimension: dimensionName(view.groupBy).toLocaleLowerCase(),
  });
  const report = (file: Pick<ReportQuery, 'content' | 'format'>) => () =>
    download.run(() => api.exportReport({ ...query, ...file }));
  const { from, to, filter } = query;
  return (
    <>
      <MenuTrigger>
        <Button
          variant="secondary"
          size="medium"
          iconStart={<RiDownloadLine />}
          isPending={download.isRunning}
        >
          {t('export.menu')}
        </Button>
        <Menu aria-label={t('export.menu')}>
          <MenuItem onAction={report({ format: 'pdf' })}>
            {t('export.pdf')}
          </MenuItem>
          <MenuSeparator />
          {FORMATS.map(({ format, words }) => (
            <MenuItem
              key={`breakdown-${format}`}
              onAction={report({ content: 'breakdown', format })}
            >
              {t('export.breakdown', { title, format: words })}
            </MenuItem>
          ))}
          {FORMATS.map(({ format, words }) => (
            <MenuItem
              key={`trend-${format}`}
              onAction={report({ content: 'trend', format })}
            >
              {t('export.trend', { format: words })}
            </MenuItem>
          ))}
          <MenuSeparator />
          {FORMATS.map(({ format, words }) => (
            <MenuItem
              key={`charges-${format}`}
              onAction={() =>
                download.run(() =>
                  api.exportCharges({ from, to, filter, format }),
                )
              }
            >
              {t('export.charges', { format: words })}
            </MenuItem>
          ))}
        </Menu>
      </MenuTrigger>
      {download.error && (
        <ErrorPanel error={download.error} title={t('export.failed')} />
      )}
    </>
  );
}

function toReportQuery(props: { view: CostsView; today: string }) {
  const { view, today } = props;
  const days =
    view.compare && comparedDays(view.range, view.compare, today).before;
  return {
    ...toRangeQuery(view),
    groupBy: view.groupBy,
    stack: view.stack,
    granularity: view.granularity,
    ...(days && { comparedFrom: days.from, comparedTo: days.to }),
  };
}
