import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  ErrorPanel,
  LoadingRows,
  Money,
  Section,
} from '@freehold/plugin-tenancy-react';
import type { ResourceCost } from '../../api';
import type { ComparedDays } from '../../domain/comparing';
import type { CostsView } from '../../domain/CostsView';
import { narrow } from '../../domain/drillDown';
import { formatRange } from '../../domain/formatDays';
import { useTopResources } from '../../hooks/useComparison';
import type { CostsViewState } from '../../hooks/useCostsView';
import { useValueNames } from '../../hooks/useValueNames';
import { lookingTranslationRef } from '../../lookingTranslation';
import { Change } from '../parts/Difference';
import tables from '../parts/tables.module.css';

interface TopResourcesProps {
  state: CostsViewState;
  days: ComparedDays;
  currency: string | undefined;
  isStaff: boolean;
}

/** Which resources cost most, whose they are, and how that changed. */
export function TopResources(props: TopResourcesProps) {
  const { state, days, currency } = props;
  const { t } = useTranslationRef(lookingTranslationRef);
  const { data, error, refresh } = useTopResources(state.view, days.before);
  if (error) {
    return (
      <ErrorPanel
        error={error}
        title={t('resources.failed')}
        onRetry={() => refresh()}
      />
    );
  }
  if (!data) return <LoadingRows count={1} height="12rem" />;
  const shown = data.items.some(it => it.currency === currency)
    ? currency
    : data.items[0]?.currency;
  const resources = data.items.filter(it => it.currency === shown);
  return resources.length ? (
    <ResourcesTable {...props} resources={resources} />
  ) : null;
}

function ResourcesTable(
  props: TopResourcesProps & { resources: ResourceCost[] },
) {
  const { state, days, isStaff, resources } = props;
  const { view, hrefOf } = state;
  const { t } = useTranslationRef(lookingTranslationRef);
  const whoseOf = useWhose(resources, isStaff);
  const hasWhose = resources.some(whoseOf);
  return (
    <Section
      title={t('resources.title')}
      description={t('resources.description', {
        before: formatRange(days.before),
      })}
    >
      <table
        className={`${tables.table} ${tables.list}`}
        aria-label={t('resources.title')}
      >
        <thead>
          <tr>
            <th scope="col">{t('resources.name')}</th>
            {hasWhose && <th scope="col">{t('resources.whose')}</th>}
            <th scope="col" className={tables.number}>
              {t('resources.amount')}
            </th>
            <th scope="col" className={tables.number}>
              {t('resources.change')}
            </th>
          </tr>
        </thead>
        <tbody>
          {resources.map(resource => (
            <tr key={`${resource.customer}/${resource.resourceId}`}>
              <th scope="row">
                <Link
                  href={hrefOf({
                    to: 'charges',
                    view: rowsOf(view, resource, isStaff),
                    figure: resource,
                  })}
                >
                  {resource.name ?? resource.resourceId}
                </Link>
                <div className={tables.quiet}>
                  {[resource.service, resource.type]
                    .filter(Boolean)
                    .join(' · ')}
                </div>
              </th>
              {hasWhose && <td className={tables.wide}>{whoseOf(resource)}</td>}
              <td className={tables.number}>
                <Money
                  amount={resource.amount}
                  currency={resource.currency}
                  isRounded
                />
              </td>
              <td className={tables.number}>
                <Change
                  amount={resource.amount}
                  before={resource.before}
                  change={resource.change}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

/** The charges of a resource; one that is shared is several customers'. */
function rowsOf(
  view: CostsView,
  { customer, resourceId }: ResourceCost,
  isStaff: boolean,
): CostsView {
  const narrowed = narrow(view, {
    dimension: 'resource_id',
    value: resourceId,
  });
  return isStaff
    ? narrow(narrowed, { dimension: 'customer', value: customer })
    : narrowed;
}

function useWhose(resources: readonly ResourceCost[], isStaff: boolean) {
  const customerName = useValueNames(
    'customer',
    isStaff ? resources.map(({ customer }) => customer) : [],
  );
  const siteName = useValueNames(
    'site',
    resources.map(({ site }) => site ?? null),
  );
  return ({ customer, site }: ResourceCost) =>
    [
      isStaff && customerName({ value: customer }),
      site && siteName({ value: site }),
    ]
      .filter(Boolean)
      .join(' · ');
}
