import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, SearchField, Select } from '@backstage/ui';
import {
  EmptyState,
  ErrorPanel,
  LoadingRows,
  Pagination,
  Section,
  useAction,
} from '@freehold/plugin-tenancy-react';
import { RiCheckLine, RiDownloadLine } from '@remixicon/react';
import {
  costsApiRef,
  type TagComplianceReply,
  type TagProblem,
} from '../../api';
import { useTagFixes } from '../../hooks/useTags';
import { tagsTranslationRef } from '../../tagsTranslation';
import styles from '../CostsPage/CostsFilters.module.css';
import { FixesTable } from './FixesTable';
import type { TagsList } from './TagsList';

type Requirements = TagComplianceReply['requirements'];

const ANY = 'any';
const KINDS: readonly TagProblem[] = [
  'missing',
  'not-allowed',
  'contradictory',
  'spelling',
];

/** What to fix in which resource of a month, to read and to take away. */
export function TagFixes(props: {
  month: string;
  list: TagsList;
  requirements: Requirements;
}) {
  const { month, list, requirements } = props;
  const { t } = useTranslationRef(tagsTranslationRef);
  const api = useApi(costsApiRef);
  const { filters, limit, offset, search } = list.query;
  const asked = defined({
    period: month,
    customer: filters.customer,
    key: filters.key,
    kind: KINDS.find(kind => kind === filters.kind),
    search: search || undefined,
  });
  const { data, error, refresh } = useTagFixes({ ...asked, offset, limit });
  const download = useAction(() => api.exportTagFixes(asked));
  return (
    <Section
      title={t('fixes.title')}
      description={t('fixes.lead')}
      actions={
        <Button
          variant="secondary"
          size="small"
          iconStart={<RiDownloadLine />}
          isPending={download.isRunning}
          onPress={() => download.run()}
        >
          {t('fixes.export')}
        </Button>
      }
    >
      {download.error && (
        <ErrorPanel error={download.error} title={t('fixes.exportFailed')} />
      )}
      <Filters list={list} requirements={requirements} />
      {error && (
        <ErrorPanel
          error={error}
          title={t('fixes.failed')}
          onRetry={() => refresh()}
        />
      )}
      {!data && !error && <LoadingRows count={5} height="2.5rem" />}
      {data?.total === 0 && (
        <EmptyState
          icon={RiCheckLine}
          title={t('fixes.none')}
          description={t('fixes.noneHint')}
        />
      )}
      {data && data.total > 0 && (
        <>
          <FixesTable
            fixes={data.items}
            month={month}
            requirements={requirements}
          />
          <Pagination
            offset={offset}
            limit={limit}
            total={data.total}
            onOffset={list.setOffset}
            onLimit={list.setLimit}
          />
        </>
      )}
    </Section>
  );
}

function Filters(props: { list: TagsList; requirements: Requirements }) {
  const { list, requirements } = props;
  const { t } = useTranslationRef(tagsTranslationRef);
  const { filters, search } = list.query;
  const any = { id: ANY, label: t('fixes.any') };
  return (
    <div className={styles.filters}>
      <SearchField
        label={t('fixes.search')}
        size="medium"
        value={search}
        onChange={list.setSearch}
      />
      <Select
        label={t('fixes.key')}
        size="medium"
        options={[
          any,
          ...requirements.map(({ key }) => ({ id: `=${key}`, label: key })),
        ]}
        value={filters.key ? `=${filters.key}` : ANY}
        onChange={key =>
          list.setFilter('key', key === ANY ? undefined : String(key).slice(1))
        }
      />
      <Select
        label={t('fixes.kind')}
        size="medium"
        options={[
          any,
          ...KINDS.map(id => ({ id, label: t(`fixes.kinds.${id}`) })),
        ]}
        value={filters.kind ?? ANY}
        onChange={key =>
          list.setFilter('kind', key === ANY ? undefined : String(key))
        }
      />
    </div>
  );
}

/** Without what is not asked: an address would name it. */
function defined<Query extends object>(query: Query): Query {
  return Object.fromEntries(
    Object.entries(query).filter(([, value]) => value !== undefined),
  ) as Query;
}
