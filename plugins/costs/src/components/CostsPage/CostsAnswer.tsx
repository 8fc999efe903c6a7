import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { formatMoney } from '@freehold/plugin-tenancy-react';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type { CostsSummary } from '../../api';
import { compare } from '../../domain/costSums';
import { onlyValueOf, type CostsView } from '../../domain/CostsView';
import { addMonths } from '../../domain/DayRange';
import { formatDay, formatMonthName } from '../../domain/formatDays';
import { formatWholePercent } from '../../domain/formatPercent';
import { useReader } from '../../hooks/useReader';
import { useValueNames } from '../../hooks/useValueNames';
import { costsTranslationRef } from '../../translation';

/** What this month cost so far, beside the last one, in a sentence. */
export function CostsAnswer(props: { summary: CostsSummary; view: CostsView }) {
  const { summary, view } = props;
  const { t } = useTranslationRef(costsTranslationRef);
  const who = useWho(view);
  const figures =
    summary.currencies.find(({ currency }) => currency === view.currency) ??
    summary.currencies[0];
  if (!figures) return null;
  const compared = compare(figures.monthToDate, figures.lastMonthToDate);
  const words = t(`answer.${compared?.is ?? 'soFar'}`, {
    who,
    amount: formatMoney(figures.monthToDate, figures.currency, {
      isRounded: true,
    }),
    month: formatMonthName(summary.month),
    lastMonth: formatMonthName(addMonths(summary.month, -1)),
    share: compared ? formatWholePercent(compared.share) : '',
  });
  return (
    <>
      {words}{' '}
      {summary.newestCharge &&
        t('answer.newest', {
          day: formatDay(summary.newestCharge.slice(0, 10)),
        })}{' '}
      {summary.prices === 'sale' && t('answer.sale')}
    </>
  );
}

/** Whose costs a sentence is about. */
function useWho(view: CostsView): string {
  const { t } = useTranslationRef(costsTranslationRef);
  const { me } = useReader();
  const customer = onlyValueOf(view, 'customer');
  const site = onlyValueOf(view, 'site');
  const nameCustomer = useValueNames('customer', customer ? [customer] : []);
  const nameSite = useValueNames('site', site ? [site] : []);
  if (site) return t('who.site', { name: nameSite({ value: site }) });
  if (customer === BUSINESS_TENANT) return t('who.business');
  if (customer) {
    return t('who.customer', { name: nameCustomer({ value: customer }) });
  }
  return me?.kind === 'member'
    ? t('who.customer', { name: me.tenantName })
    : t('who.all');
}
