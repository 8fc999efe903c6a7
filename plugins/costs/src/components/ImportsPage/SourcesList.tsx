import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  EmptyState,
  RelativeTime,
  Section,
} from '@freehold/plugin-tenancy-react';
import { RiInboxArchiveLine } from '@remixicon/react';
import type { Source } from '../../api';
import { useCostsPaths } from '../../hooks/useCostsPaths';
import { importsTranslationRef } from '../../importsTranslation';
import { ImportStateChip } from '../parts/ImportStateChip';
import tables from '../parts/tables.module.css';
import styles from './lists.module.css';

/** Where charges come from, with what each brought last. */
export function SourcesList({ sources }: { sources: readonly Source[] }) {
  const { t } = useTranslationRef(importsTranslationRef);
  if (sources.length === 0) {
    return (
      <EmptyState
        icon={RiInboxArchiveLine}
        title={t('sources.none')}
        description={t('sources.noneHint')}
      />
    );
  }
  return (
    <Section title={t('sources.title')}>
      <ul className={styles.list}>
        {sources.map(source => (
          <li key={source.sourceId}>
            <span className={styles.name}>
              <strong>{source.name}</strong>
              <Defaults source={source} />
            </span>
            <LastImport source={source} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Defaults({ source }: { source: Source }) {
  const { t } = useTranslationRef(importsTranslationRef);
  const defaults = Object.entries(source.defaults);
  if (defaults.length === 0) return null;
  return (
    <span className={tables.quiet}>
      {t('sources.defaults', {
        defaults: defaults.map(pair => pair.join(' = ')).join(', '),
      })}
    </span>
  );
}

function LastImport({ source }: { source: Source }) {
  const { t } = useTranslationRef(importsTranslationRef);
  const paths = useCostsPaths();
  const { lastImport } = source;
  if (!lastImport) {
    return <span className={tables.quiet}>{t('sources.never')}</span>;
  }
  return (
    <span className={styles.last}>
      <ImportStateChip import={lastImport} />
      <Link href={paths.import(lastImport.importId)}>
        {lastImport.fileName}
      </Link>
      <span className={tables.quiet}>
        <RelativeTime at={lastImport.createdAt} />
      </span>
    </span>
  );
}
