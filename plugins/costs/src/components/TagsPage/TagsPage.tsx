import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink, Select } from '@backstage/ui';
import {
  EmptyState,
  ErrorPanel,
  LoadingRows,
  Page,
  useListQuery,
} from '@freehold/plugin-tenancy-react';
import { RiCloseLine, RiPriceTag3Line } from '@remixicon/react';
import type { TagComplianceReply } from '../../api';
import { addMonths, monthOf, todayInUtc } from '../../domain/DayRange';
import { formatMonth } from '../../domain/formatDays';
import { formatWholePercent } from '../../domain/formatPercent';
import {
  complianceOf,
  currenciesOf,
  monthsOf,
} from '../../domain/tagCompliance';
import { useCostsPaths } from '../../hooks/useCostsPaths';
import { useReader } from '../../hooks/useReader';
import { useTagCompliance } from '../../hooks/useTags';
import { useValueNames } from '../../hooks/useValueNames';
import { tagsTranslationRef } from '../../tagsTranslation';
import { costsTranslationRef } from '../../translation';
import styles from '../CostsPage/CostsFilters.module.css';
import { ComplianceByCustomer } from './ComplianceByCustomer';
import { ComplianceByKey } from './ComplianceByKey';
import { ComplianceChart } from './ComplianceChart';
import { TagFixes } from './TagFixes';
import type { TagsList } from './TagsList';

const MONTHS = 12;

/** How charges are tagged, and what to fix: `/costs/tags`. */
export function TagsPage() {
  const { t } = useTranslationRef(tagsTranslationRef);
  const { t: tCosts } = useTranslationRef(costsTranslationRef);
  const paths = useCostsPaths();
  const { canReadTagPolicy } = useReader();
  const list: TagsList = useListQuery({
    filters: ['month', 'currency', 'customer', 'key', 'kind'],
    defaultSort: '',
  });
  const month = monthOf(todayInUtc());
  const { customer } = list.query.filters;
  const { data, error, refresh } = useTagCompliance({
    from: addMonths(month, 1 - MONTHS),
    to: addMonths(month, 1),
    customer,
  });
  const shown = data && choose(data, list);
  return (
    <Page
      title={t('title')}
      width="full"
      breadcrumbs={[{ label: tCosts('title'), href: paths.dashboard }]}
      answer={shown?.share && t('answer', shown.words)}
      actions={
        canReadTagPolicy && (
          <ButtonLink
            href={paths.tagPolicy}
            variant="secondary"
            size="medium"
            iconStart={<RiPriceTag3Line />}
          >
            {t('policy')}
          </ButtonLink>
        )
      }
    >
      {error && (
        <ErrorPanel
          error={error}
          title={t('failed')}
          onRetry={() => refresh()}
        />
      )}
      {!data && !error && <LoadingRows count={3} height="8rem" />}
      {data && (
        <Filters list={list} months={monthsOf(data.items)} shown={shown} />
      )}
      {data && data.items.length === 0 && <Nothing compliance={data} />}
      {data && shown?.month && (
        <Figures compliance={data} list={list} month={shown.month} />
      )}
    </Page>
  );
}

function Figures(props: {
  compliance: TagComplianceReply;
  list: TagsList;
  month: string;
}) {
  const { compliance, list, month } = props;
  const { isStaff } = useReader();
  const { currency, customer } = list.query.filters;
  const { items, requirements } = compliance;
  const shown = currency ?? currenciesOf(items)[0];
  const ofCurrency = items.filter(item => item.currency === shown);
  return (
    <>
      <ComplianceChart items={ofCurrency} />
      <ComplianceByKey
        items={ofCurrency.filter(({ period }) => period === month)}
        requirements={requirements}
      />
      {isStaff && !customer && <ComplianceByCustomer month={month} />}
      <TagFixes month={month} list={list} requirements={requirements} />
    </>
  );
}

function Filters(props: {
  list: TagsList;
  months: readonly string[];
  shown: ReturnType<typeof choose> | undefined;
}) {
  const { list, months, shown } = props;
  const { t } = useTranslationRef(tagsTranslationRef);
  const { customer } = list.query.filters;
  const nameOf = useValueNames('customer', customer ? [customer] : []);
  return (
    <div className={styles.filters} role="search">
      {shown?.month && (
        <Select
          label={t('filters.month')}
          size="medium"
          options={months.map(id => ({ id, label: formatMonth(id) }))}
          value={shown.month}
          onChange={key => list.setFilter('month', String(key))}
        />
      )}
      {shown && shown.currencies.length > 1 && (
        <Select
          label={t('filters.currency')}
          size="medium"
          options={shown.currencies.map(id => ({ id, label: id }))}
          value={shown.currency}
          onChange={key => list.setFilter('currency', String(key))}
        />
      )}
      {customer && (
        <Button
          size="medium"
          variant="secondary"
          iconEnd={<RiCloseLine />}
          aria-label={t('filters.removeCustomer')}
          onPress={() => list.setFilter('customer', undefined)}
        >
          {t('filters.customer', { customer: nameOf({ value: customer }) })}
        </Button>
      )}
    </div>
  );
}

function Nothing({ compliance }: { compliance: TagComplianceReply }) {
  const { t } = useTranslationRef(tagsTranslationRef);
  const { canChangeTagPolicy, isStaff } = useReader();
  const paths = useCostsPaths();
  if (compliance.requirements.length > 0) {
    return (
      <EmptyState
        icon={RiPriceTag3Line}
        title={t('none.figures')}
        description={t('none.figuresHint')}
      />
    );
  }
  return (
    <EmptyState
      icon={RiPriceTag3Line}
      title={t('none.title')}
      description={isStaff ? t('none.staff') : t('none.member')}
      action={
        canChangeTagPolicy && (
          <ButtonLink href={paths.tagPolicy} variant="primary" size="medium">
            {t('none.action')}
          </ButtonLink>
        )
      }
    />
  );
}

/** The month and currency that the address names, or the newest and first. */
function choose({ items }: TagComplianceReply, list: TagsList) {
  const currencies = currenciesOf(items);
  const currency =
    currencies.find(it => it === list.query.filters.currency) ?? currencies[0];
  const months = monthsOf(items);
  const month = months.find(it => it === list.query.filters.month) ?? months[0];
  const share = complianceOf(
    items.filter(it => it.period === month && it.currency === currency),
  );
  return {
    currencies,
    currency,
    month: month as string | undefined,
    share,
    words: {
      month: month ? formatMonth(month) : '',
      share: share ? formatWholePercent(share) : '',
    },
  };
}
