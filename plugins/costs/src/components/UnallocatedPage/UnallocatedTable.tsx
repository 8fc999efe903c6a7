import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Link, Text } from '@backstage/ui';
import { Money } from '@freehold/plugin-tenancy-react';
import type { AllocationCondition, UnallocatedCost } from '../../api';
import { allocationTranslationRef } from '../../allocationTranslation';
import { formatPercent } from '../../domain/formatPercent';
import { writeSuggestion } from '../../domain/ruleSuggestion';
import { useCostsPaths } from '../../hooks/useCostsPaths';
import { useReader } from '../../hooks/useReader';
import { toDrawable } from '../parts/drawable';
import tables from '../parts/tables.module.css';
import bars from '../CostsPage/BreakdownRow.module.css';
import type { UnallocatedView } from './useUnallocatedView';

/** The API answers with so many at most. */
const MOST_ITEMS = 200;

/** What a rule for such a row looks at. */
const FIELDS: Partial<
  Record<UnallocatedView['query']['by'], AllocationCondition['on']>
> = {
  account: 'subAccountId',
  service: 'serviceName',
  resource: 'resourceId',
  tag: 'tag',
};

const REASONS = [
  'no-rule',
  'unknown-customer',
  'unknown-site',
  'no-basis',
] as const;

interface UnallocatedTableProps {
  items: readonly UnallocatedCost[];
  view: UnallocatedView;
}

/** The largest first, each a step away from a rule for it. */
export function UnallocatedTable({ items, view }: UnallocatedTableProps) {
  const { t } = useTranslationRef(allocationTranslationRef);
  const { by } = view.query;
  const head =
    by === 'tag'
      ? t('unallocated.bys.tag', { tag: view.tag ?? '' })
      : t(`unallocated.bys.${by}`);
  return (
    <>
      <table
        className={`${tables.table} ${tables.list}`}
        aria-label={t('unallocated.title')}
      >
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">{t('unallocated.share')}</th>
            <th scope="col" className={tables.number}>
              {t('unallocated.amount')}
            </th>
            <th scope="col" className={tables.number}>
              {t('unallocated.charges')}
            </th>
            <th scope="col" aria-label={t('unallocated.action')} />
          </tr>
        </thead>
        <tbody>
          {items.map(item => (
            <Row
              key={JSON.stringify([item.value, item.currency])}
              item={item}
              view={view}
            />
          ))}
        </tbody>
      </table>
      {by === 'tag_key' && (
        <Text as="p" color="secondary">
          {t('unallocated.note')}
        </Text>
      )}
      {items.length === MOST_ITEMS && (
        <Text as="p" color="secondary">
          {t('unallocated.most', { number: String(MOST_ITEMS) })}
        </Text>
      )}
    </>
  );
}

function Row({ item, view }: { item: UnallocatedCost; view: UnallocatedView }) {
  const { amount, charges, currency, label, share } = item;
  const { t } = useTranslationRef(allocationTranslationRef);
  const name = useNameOf(item, view);
  return (
    <tr>
      <th scope="row">
        {label ?? name}
        {label && label !== name && <div className={tables.quiet}>{name}</div>}
      </th>
      <td className={bars.share}>
        <span className={bars.track}>
          <span
            className={bars.bar}
            style={{ width: `${toDrawable(share ?? '0') * 100}%` }}
          />
        </span>
        <span className={bars.percent}>{share && formatPercent(share)}</span>
      </td>
      <td className={tables.number} data-label={t('unallocated.amount')}>
        <Money amount={amount} currency={currency} isRounded />
      </td>
      <td className={tables.number} data-label={t('unallocated.charges')}>
        {charges.toLocaleString()}
      </td>
      <td className={tables.number}>
        <NextStep item={item} view={view} name={name} />
      </td>
    </tr>
  );
}

function NextStep(props: {
  item: UnallocatedCost;
  view: UnallocatedView;
  name: string;
}) {
  const { item, name, view } = props;
  const { t } = useTranslationRef(allocationTranslationRef);
  const { canAllocate } = useReader();
  const paths = useCostsPaths();
  const { by } = view.query;
  if (item.value === null) return null;
  if (by === 'tag_key') {
    return (
      <Link href={view.hrefOf({ by: 'tag', tag: item.value })}>
        {t('unallocated.openTag')}
      </Link>
    );
  }
  const field = FIELDS[by];
  if (!field || !canAllocate) return null;
  // Resources come and go under a name that stays.
  const search =
    by === 'resource' && item.label
      ? writeSuggestion('resourceName', item.label)
      : writeSuggestion(field, item.value, view.tag);
  return (
    <ButtonLink
      href={`${paths.allocation}?${search}`}
      variant="secondary"
      size="small"
      aria-label={t('unallocated.makeRuleOf', {
        name: item.label ?? name,
      })}
    >
      {t('unallocated.makeRule')}
    </ButtonLink>
  );
}

function useNameOf({ value }: UnallocatedCost, { query }: UnallocatedView) {
  const { t } = useTranslationRef(allocationTranslationRef);
  if (value === null) return t(`unallocated.without.${query.by}`);
  if (query.by !== 'reason') return value;
  const reason = REASONS.find(it => it === value);
  return reason ? t(`unallocated.reasons.${reason}`) : value;
}
