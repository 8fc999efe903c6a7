import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SearchField, Select } from '@backstage/ui';
import { customerStates, customerTiers } from '@freehold/plugin-tenancy-common';
import type { ListQueryState } from '@freehold/plugin-tenancy-react';
import { tenancyTranslationRef } from '../../translation';
import styles from '../lists.module.css';
import { useTypedSearch } from '../useTypedSearch';

const ANY = 'any';

/** Search, tier and state; what they are set to is in the address. */
export function CustomersFilters(props: {
  list: ListQueryState<'tier' | 'state'>;
}) {
  const { list } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const [typed, setTyped] = useTypedSearch(list.query.search, list.setSearch);
  return (
    <div className={styles.filters} role="search">
      <SearchField
        className={styles.search}
        aria-label={t('customers.search')}
        placeholder={t('customers.search')}
        value={typed}
        onChange={setTyped}
        maxLength={200}
      />
      <Select
        className={styles.filter}
        aria-label={t('customers.tier')}
        value={list.query.filters.tier ?? ANY}
        onChange={tier =>
          list.setFilter('tier', tier === ANY ? undefined : String(tier))
        }
        options={[
          { value: ANY, label: t('customers.anyTier') },
          ...customerTiers.map(tier => ({
            value: tier,
            label: t(`tier.${tier}`),
          })),
        ]}
      />
      <Select
        className={styles.filter}
        aria-label={t('customers.state')}
        value={list.query.filters.state ?? ANY}
        onChange={state =>
          list.setFilter('state', state === ANY ? undefined : String(state))
        }
        options={[
          { value: ANY, label: t('customers.anyState') },
          ...customerStates.map(state => ({
            value: state,
            label: t(`state.${state}`),
          })),
        ]}
      />
    </div>
  );
}
