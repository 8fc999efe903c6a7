import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SearchField, Select } from '@backstage/ui';
import type { ListQueryState } from '@freehold/plugin-tenancy-react';
import { tenancyTranslationRef } from '../../translation';
import styles from '../lists.module.css';
import { useTypedSearch } from '../useTypedSearch';

const ANY = 'any';
const STATES = ['kept', 'queued', 'sent', 'failed'] as const;

/** Search and state; what they are set to is in the address. */
export function OutboxFilters(props: { list: ListQueryState<'state'> }) {
  const { list } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const [typed, setTyped] = useTypedSearch(list.query.search, list.setSearch);
  return (
    <div className={styles.filters} role="search">
      <SearchField
        className={styles.search}
        aria-label={t('outbox.search')}
        placeholder={t('outbox.search')}
        value={typed}
        onChange={setTyped}
        maxLength={200}
      />
      <Select
        className={styles.filter}
        aria-label={t('outbox.state')}
        value={list.query.filters.state ?? ANY}
        onChange={state =>
          list.setFilter('state', state === ANY ? undefined : String(state))
        }
        options={[
          { value: ANY, label: t('outbox.anyState') },
          ...STATES.map(state => ({
            value: state,
            label: t(`outbox.states.${state}`),
          })),
        ]}
      />
    </div>
  );
}
