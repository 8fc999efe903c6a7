import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import {
  Pagination,
  StateChip,
  useListQuery,
} from '@freehold/plugin-tenancy-react';
import { useMemo } from 'react';
import type { PlanChange } from '../../api';
import { decisionTranslationRef } from '../../decisionTranslation';
import { filterChanges } from '../../domain/planFilter';
import { sitesTranslationRef } from '../../translation';
import styles from '../parts/changes.module.css';
import { FoldedChange } from '../parts/FoldedChange';
import { actionLooks } from './actionLooks';
import { planFilters, PlanFilters } from './PlanFilters';

const PAGE = 50;
/** Fewer can be taken in at a glance. */
const WORTH_FILTERING = 8;

/** A plan resource by resource, gravest first; what is shown is in the address. */
export function PlanChanges({ changes }: { changes: PlanChange[] }) {
  const { t } = useTranslationRef(decisionTranslationRef);
  const list = useListQuery({
    filters: planFilters,
    defaultSort: 'action',
    defaultLimit: PAGE,
  });
  const { search, offset, limit, filters } = list.query;
  const { action, type } = filters;
  const matching = useMemo(
    () => filterChanges(changes, { action, type, search }),
    [changes, action, type, search],
  );
  return (
    <>
      {(changes.length >= WORTH_FILTERING || list.isNarrowed) && (
        <PlanFilters
          list={list}
          changes={changes}
          matchingCount={matching.length}
        />
      )}
      {changes.length > 0 && matching.length === 0 && (
        <Text as="p" color="secondary">
          {t('filter.noMatch')}
        </Text>
      )}
      <ul className={styles.changes}>
        {matching.slice(offset, offset + limit).map(change => (
          <Change key={change.address} change={change} />
        ))}
      </ul>
      <Pagination
        offset={offset}
        limit={limit}
        total={matching.length}
        onOffset={list.setOffset}
        onLimit={list.setLimit}
      />
    </>
  );
}

function Change({ change }: { change: PlanChange }) {
  const { t } = useTranslationRef(sitesTranslationRef);
  return (
    <li>
      <FoldedChange change={change}>
        <span className={styles.resource}>
          <span className={styles.name}>{change.name}</span>
          <code className={styles.address}>{change.address}</code>
        </span>
        <StateChip
          {...actionLooks[change.action]}
          label={t(`plan.action.${change.action}`)}
        />
      </FoldedChange>
    </li>
  );
}
