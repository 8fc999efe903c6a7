import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EmptyState,
  ErrorPanel,
  formatMoney,
  LoadingRows,
  Page,
  Pagination,
} from '@freehold/plugin-tenancy-react';
import { RiFileList3Line } from '@remixicon/react';
import type { ChargesPage as LoadedPage } from '../../api';
import { differenceOf, isZero } from '../../domain/costSums';
import type { CostsView } from '../../domain/CostsView';
import type { Figure } from '../../domain/drillDown';
import { formatRange } from '../../domain/formatDays';
import { useCharges } from '../../hooks/useCharges';
import { useCostsView } from '../../hooks/useCostsView';
import { useReader } from '../../hooks/useReader';
import { lookingTranslationRef } from '../../lookingTranslation';
import { costsTranslationRef } from '../../translation';
import { CostsFilters } from '../CostsPage/CostsFilters';
import { FilterChips } from '../CostsPage/FilterChips';
import { ChargePanel } from './ChargePanel';
import { ChargesTable } from './ChargesTable';
import { ExportMenu } from './ExportMenu';
import { useChargesAddress } from './useChargesAddress';

/** The rows that a figure is made of: `/costs/charges`. */
export function ChargesPage() {
  const { t } = useTranslationRef(costsTranslationRef);
  const state = useCostsView();
  const { view } = state;
  const { isStaff } = useReader();
  const address = useChargesAddress();
  const { offset, limit } = address;
  const charges = useCharges(view, { offset, limit });
  const { data, error, refresh } = charges;
  return (
    <Page
      title={t('charges.title')}
      width="full"
      breadcrumbs={[
        { label: t('title'), href: state.hrefOf({ to: 'dashboard', view }) },
      ]}
      answer={
        data && <Answer data={data} view={view} figure={address.figure} />
      }
      actions={<ExportMenu view={view} isDisabled={!data?.total} />}
    >
      <CostsFilters
        state={state}
        currencies={[]}
        isStaff={isStaff}
        isOfRows
        prices={data?.prices}
      />
      <FilterChips state={state} />
      {error && (
        <ErrorPanel
          error={error}
          title={t('charges.failed')}
          onRetry={() => refresh()}
        />
      )}
      {!data && !error && <LoadingRows count={8} height="3rem" />}
      {data?.total === 0 && (
        <EmptyState
          icon={RiFileList3Line}
          title={t('charges.empty')}
          description={t('empty.rangeHint')}
        />
      )}
      {data && data.total > 0 && (
        <>
          <ChargesTable
            charges={data.items}
            metric={view.metric}
            isStaff={isStaff}
            hrefOf={address.hrefOf}
          />
          <Pagination
            offset={offset}
            limit={limit}
            total={data.total}
            onOffset={address.setOffset}
            onLimit={address.setLimit}
          />
        </>
      )}
      {address.opened && (
        <ChargePanel
          charge={address.opened}
          isStaff={isStaff}
          onClose={address.close}
        />
      )}
    </Page>
  );
}

/** What the rows add up to: the figure that was asked about. */
function Answer(props: {
  data: LoadedPage;
  view: CostsView;
  figure: Figure | undefined;
}) {
  const { data, view, figure } = props;
  const { t } = useTranslationRef(costsTranslationRef);
  if (data.total === 0) return null;
  const sums = data.sums
    .map(({ amount, currency }) =>
      formatMoney(amount, currency, { isExact: true }),
    )
    .join(' · ');
  return (
    <>
      {t('charges.answer', {
        count: data.total,
        number: data.total.toLocaleString(),
        sums,
      })}{' '}
      {t('charges.from', {
        metric: t(`metric.${view.metric}`),
        range: formatRange(view.range),
      })}{' '}
      {figure && <IsTheFigure sums={data.sums} figure={figure} />}
    </>
  );
}

/** Whether the rows are the figure that was followed, to the last digit. */
function IsTheFigure(props: { sums: LoadedPage['sums']; figure: Figure }) {
  const { sums, figure } = props;
  const { currency } = figure;
  const { t } = useTranslationRef(lookingTranslationRef);
  const sum = sums.find(it => it.currency === currency)?.amount ?? '0';
  const difference = differenceOf(sum, figure.amount);
  const say = (amount: string) =>
    formatMoney(amount, currency, { isExact: true });
  return (
    <>
      {isZero(difference)
        ? t('why.same', { figure: say(figure.amount) })
        : t('why.other', {
            figure: say(figure.amount),
            difference: say(difference),
          })}
    </>
  );
}
