import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { ErrorPanel, useAction } from '@freehold/plugin-tenancy-react';
import { RiDownloadLine } from '@remixicon/react';
import { costsApiRef, type ExportQuery } from '../../api';
import type { CostsView } from '../../domain/CostsView';
import { toRangeQuery } from '../../hooks/useCosts';
import { costsTranslationRef } from '../../translation';

const FILES = [
  { version: '1.4', format: 'csv', words: 'CSV' },
  { version: '1.4', format: 'parquet', words: 'Parquet' },
  { version: '1.2', format: 'csv', words: 'CSV' },
  { version: '1.2', format: 'parquet', words: 'Parquet' },
] as const;

/** Hands the charges shown to the browser, in a version of FOCUS. */
export function ExportMenu(props: { view: CostsView; isDisabled: boolean }) {
  const { view, isDisabled } = props;
  const { t } = useTranslationRef(costsTranslationRef);
  const api = useApi(costsApiRef);
  const { from, to, filter, metric } = toRangeQuery(view);
  const download = useAction(
    (file: Pick<ExportQuery, 'version' | 'format' | 'metric'>) =>
      api.exportCharges({ from, to, filter, ...file }),
  );
  return (
    <>
      <MenuTrigger>
        <Button
          variant="secondary"
          size="medium"
          iconStart={<RiDownloadLine />}
          isDisabled={isDisabled}
          isPending={download.isRunning}
        >
          {t('charges.export')}
        </Button>
        <Menu aria-label={t('charges.exporting')}>
          <MenuItem onAction={() => download.run({ format: 'pdf', metric })}>
            {t('charges.pdf')}
          </MenuItem>
          {FILES.map(({ words, ...file }) => (
            <MenuItem
              key={`${file.version}-${words}`}
              onAction={() => download.run(file)}
            >
              {t('charges.focus', { version: file.version, format: words })}
            </MenuItem>
          ))}
        </Menu>
      </MenuTrigger>
      {download.error && (
        <ErrorPanel error={download.error} title={t('charges.exportFailed')} />
      )}
    </>
  );
}
