import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, SearchField, Select } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import {
  auditRanges,
  type AuditFilterName,
  type AuditQueryState,
} from '../../hooks';
import { tenancyTranslationRef } from '../../translation';
import styles from '../lists.module.css';
import { useTypedSearch } from '../useTypedSearch';
import auditStyles from './AuditPage.module.css';
import { wordsOf } from './auditWords';
import { namedActions } from './auditActions';

const ANY = 'any';
const OUTCOMES = ['succeeded', 'refused', 'failed'] as const;
/** Set by what one chooses in the list; shown, and taken back, here. */
const CHOSEN = ['customer', 'actor', 'object'] as const;

/** Words, action, outcome and time; what they are set to is in the address. */
export function AuditFilters(props: { list: AuditQueryState }) {
  const { list } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const [typed, setTyped] = useTypedSearch(list.filters.search ?? '', text =>
    list.setFilter('search', text),
  );
  const choose = (name: AuditFilterName | 'range') => (value: unknown) =>
    list.setFilter(name, value === ANY ? undefined : String(value));
  const { action } = list.filters;
  const isOther = action && !namedActions.some(name => name === action);
  return (
    <>
      <div className={styles.filters} role="search">
        <SearchField
          className={styles.search}
          aria-label={t('audit.search')}
          placeholder={t('audit.search')}
          value={typed}
          onChange={setTyped}
          maxLength={200}
        />
        <Select
          className={styles.filter}
          aria-label={t('audit.action')}
          value={action ?? ANY}
          onChange={choose('action')}
          options={[
            { value: ANY, label: t('audit.anyAction') },
            ...(isOther ? [{ value: action, label: wordsOf(action) }] : []),
            ...namedActions.map(name => ({
              value: name,
              label: t(`audit.to.${name}`),
            })),
          ]}
        />
        <Select
          className={styles.filter}
          aria-label={t('audit.outcomeLabel')}
          value={list.filters.outcome ?? ANY}
          onChange={choose('outcome')}
          options={[
            { value: ANY, label: t('audit.anyOutcome') },
            ...OUTCOMES.map(outcome => ({
              value: outcome,
              label: t(`audit.outcome.${outcome}`),
            })),
          ]}
        />
        <Select
          className={styles.filter}
          aria-label={t('audit.range')}
          value={list.range ?? ANY}
          onChange={choose('range')}
          options={[
            { value: ANY, label: t('audit.anyTime') },
            ...auditRanges.map(range => ({
              value: range,
              label: t(`audit.ranges.${range}`),
            })),
          ]}
        />
      </div>
      <ChosenFilters list={list} />
    </>
  );
}

function ChosenFilters(props: { list: AuditQueryState }) {
  const { list } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const chosen = CHOSEN.filter(name => list.filters[name]);
  if (chosen.length === 0) return null;
  return (
    <ul className={auditStyles.chosen} aria-label={t('audit.only')}>
      {chosen.map(name => (
        <li key={name}>
          <Button
            size="small"
            variant="secondary"
            iconEnd={<RiCloseLine />}
            aria-label={t('audit.without', { filter: t(`audit.by.${name}`) })}
            onPress={() => list.setFilter(name, undefined)}
          >
            {t(`audit.by.${name}`)}: {list.filters[name]!.replace(/^\w+:/, '')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
