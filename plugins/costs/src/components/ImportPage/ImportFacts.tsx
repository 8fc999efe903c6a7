import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import {
  CopyableId,
  Facts,
  formatBytes,
  RelativeTime,
  Section,
} from '@freehold/plugin-tenancy-react';
import type { Import } from '../../api';
import { importsTranslationRef } from '../../importsTranslation';

/** Where a file came from, and how long it took. */
export function ImportFacts({ of: shown }: { of: Import }) {
  const { t } = useTranslationRef(importsTranslationRef);
  return (
    <Section title={t('import.facts')}>
      <Facts
        facts={[
          { label: t('import.source'), value: shown.sourceName },
          { label: t('import.format'), value: shown.format },
          { label: t('import.size'), value: formatBytes(shown.bytes) },
          {
            label: t('import.by'),
            value: (
              <>
                <EntityDisplayName
                  entityRef={shown.createdBy}
                  hideIcon
                  disableTooltip
                />
                , <RelativeTime at={shown.createdAt} />
              </>
            ),
          },
          {
            label: t('import.allocatedBy'),
            value: <AllocatedBy of={shown} />,
          },
          { label: t('import.took'), value: <Duration of={shown} /> },
          {
            label: t('import.id'),
            value: <CopyableId id={shown.importId} what={t('import.id')} />,
          },
        ]}
      />
    </Section>
  );
}

function AllocatedBy({ of: { ruleSetVersion } }: { of: Import }) {
  const { t } = useTranslationRef(importsTranslationRef);
  if (ruleSetVersion === undefined) return <>–</>;
  return (
    <>
      {ruleSetVersion === 0
        ? t('import.byLabels')
        : t('import.byVersion', { version: String(ruleSetVersion) })}
    </>
  );
}

function Duration({ of: { startedAt, finishedAt } }: { of: Import }) {
  const { t } = useTranslationRef(importsTranslationRef);
  if (!startedAt || !finishedAt) return <>–</>;
  const seconds = (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000;
  return <>{t('import.seconds', { seconds: seconds.toLocaleString() })}</>;
}
