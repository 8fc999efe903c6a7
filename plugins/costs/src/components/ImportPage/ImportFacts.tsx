import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import {
  CopyableId,
  Facts,
  formatBytes,
  RelativeTime,
  Section,
} from '@freehold/plugin-tenancy-react';
import type { Import } from '../../api';
import { useCostsPaths } from '../../hooks/useCostsPaths';
import { importsTranslationRef } from '../../importsTranslation';

/** Where a file came from, and how long it took. */
export function ImportFacts({ of: shown }: { of: Import }) {
  const { t } = useTranslationRef(importsTranslationRef);
  const paths = useCostsPaths();
  return (
    <Section title={t('import.facts')}>
      <Facts
        facts={[
          { label: t('import.source'), value: shown.sourceName },
          ...(shown.origin
            ? [{ label: t('import.origin'), value: shown.origin }]
            : []),
          { label: t('import.format'), value: shown.format },
          ...(shown.encoding && shown.encoding !== 'utf-8'
            ? [{ label: t('import.encoding'), value: <Encoding of={shown} /> }]
            : []),
          { label: t('import.mode'), value: t(`import.modes.${shown.mode}`) },
          ...(shown.corrects
            ? [
                {
                  label: t('import.corrects'),
                  value: (
                    <Link href={paths.import(shown.corrects)}>
                      {t('import.correctsLink')}
                    </Link>
                  ),
                },
              ]
            : []),
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

function Encoding({ of: { declaredEncoding, encoding } }: { of: Import }) {
  const { t } = useTranslationRef(importsTranslationRef);
  if (encoding !== 'windows-1252') return <>{encoding}</>;
  const words = { encoding: 'Windows-1252' };
  return (
    <>
      {declaredEncoding
        ? t('import.encodingDeclared', words)
        : t('import.encodingFound', words)}
    </>
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
