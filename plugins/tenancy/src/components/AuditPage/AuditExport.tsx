import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import type { AuditExportFormat } from '../../api';
import { tenancyTranslationRef } from '../../translation';

/** Saves what the list is narrowed to, all pages of it, as a file. */
export function AuditExport(props: {
  isRunning: boolean;
  onExport: (format: AuditExportFormat) => void;
}) {
  const { isRunning, onExport } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  return (
    <MenuTrigger>
      <Button
        variant="secondary"
        iconStart={<RiDownloadLine />}
        loading={isRunning}
      >
        {t('audit.export')}
      </Button>
      <Menu>
        <MenuItem onAction={() => onExport('csv')}>
          {t('audit.exportCsv')}
        </MenuItem>
        <MenuItem onAction={() => onExport('jsonl')}>
          {t('audit.exportJsonl')}
        </MenuItem>
      </Menu>
    </MenuTrigger>
  );
}
