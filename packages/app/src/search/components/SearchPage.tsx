import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, SearchField, Select } from '@backstage/ui';
import {
  EmptyState,
  ErrorPanel,
  LoadingRows,
  Page,
  useMe,
  useTypedSearch,
} from '@freehold/plugin-tenancy-react';
import { RiSearchLine } from '@remixicon/react';
import { appTranslationRef } from '../../translation';
import { hitKinds, toHits } from '../hits';
import { useSearch } from '../hooks/useSearch';
import { useSearchQuery } from '../hooks/useSearchQuery';
import { HitItem } from './HitItem';
import styles from './Search.module.css';

const EVERYTHING = 'all';

/** Finds sites, customers, members and templates that the reader may see. */
export function SearchPage() {
  const { t } = useTranslationRef(appTranslationRef);
  const query = useSearchQuery();
  const [typed, setTyped] = useTypedSearch(query.term, query.setTerm);
  const { me } = useMe();
  const isStaff = me?.kind === 'staff';
  const kinds = (Object.keys(hitKinds) as (keyof typeof hitKinds)[]).filter(
    kind => isStaff || kind !== 'customer',
  );
  return (
    <Page title={t('search.title')} answer={t('search.answer')}>
      <div className={styles.filters}>
        <SearchField
          className={styles.term}
          aria-label={t('search.title')}
          placeholder={t('search.placeholder')}
          value={typed}
          onChange={setTyped}
          maxLength={100}
        />
        <Select
          className={styles.kind}
          aria-label={t('search.kindLabel')}
          value={query.kind ?? EVERYTHING}
          onChange={kind =>
            query.setKind(kind === EVERYTHING ? undefined : String(kind))
          }
          options={[
            { value: EVERYTHING, label: t('search.everything') },
            ...kinds.map(kind => ({
              value: kind,
              label: t(`search.kinds.${kind}`),
            })),
          ]}
        />
      </div>
      <Hits query={query} isStaff={isStaff} />
    </Page>
  );
}

function Hits(props: {
  query: ReturnType<typeof useSearchQuery>;
  isStaff: boolean;
}) {
  const { query, isStaff } = props;
  const { t } = useTranslationRef(appTranslationRef);
  const { value, error, isLoading, retry } = useSearch(query);
  if (!query.term.trim()) {
    return (
      <EmptyState
        icon={RiSearchLine}
        title={t('search.start')}
        description={t('search.startDescription')}
      />
    );
  }
  if (error) {
    return (
      <ErrorPanel
        title={t('search.errorTitle')}
        error={error}
        onRetry={retry}
      />
    );
  }
  if (!value) return <LoadingRows count={5} height="3.5rem" />;
  if (value.results.length === 0) {
    return (
      <EmptyState
        icon={RiSearchLine}
        title={t('search.none', { term: query.term })}
        description={t('search.noneDescription')}
      />
    );
  }
  return (
    <div aria-busy={isLoading}>
      <ul className={styles.list}>
        {toHits(value, { isStaff }).map(hit => (
          <HitItem key={hit.key} hit={hit} showsTenant={isStaff} />
        ))}
      </ul>
      {(value.previousPageCursor || value.nextPageCursor) && (
        <nav className={styles.pages} aria-label={t('search.pages')}>
          <Button
            variant="secondary"
            isDisabled={!value.previousPageCursor}
            onPress={() => query.setCursor(value.previousPageCursor)}
          >
            {t('search.previous')}
          </Button>
          <Button
            variant="secondary"
            isDisabled={!value.nextPageCursor}
            onPress={() => query.setCursor(value.nextPageCursor)}
          >
            {t('search.next')}
          </Button>
        </nav>
      )}
    </div>
  );
}
