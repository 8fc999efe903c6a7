import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  EmptyState,
  ErrorPanel,
  LoadingRows,
  type Loaded,
} from '@freehold/plugin-tenancy-react';
import { RiPieChart2Line } from '@remixicon/react';
import type { ReactNode } from 'react';
import type { CostsReply, CostSum } from '../../api';
import { currenciesOf } from '../../domain/costSums';
import type { CostsViewState } from '../../hooks/useCostsView';
import { costsTranslationRef } from '../../translation';

/**
 * Shows sums once they are there, in `currency` or in the one that most of
 * them are in. `isQuiet` leaves it to another figure of the page to say that
 * there is nothing.
 */
export function LoadedFigure(props: {
  costs: Loaded<CostsReply>;
  currency: string | undefined;
  state: CostsViewState;
  isQuiet?: boolean;
  children: (items: CostSum[], currency: string) => ReactNode;
}) {
  const { costs, currency, state, isQuiet, children } = props;
  const { t } = useTranslationRef(costsTranslationRef);
  if (costs.error) {
    return (
      <ErrorPanel
        error={costs.error}
        title={t('failed')}
        onRetry={() => costs.refresh()}
      />
    );
  }
  if (!costs.data) return <LoadingRows count={1} height="18rem" />;
  const { items } = costs.data;
  const present = currenciesOf(items);
  const shown = currency && present.includes(currency) ? currency : present[0];
  if (shown) return <>{children(items, shown)}</>;
  if (isQuiet) return null;
  return (
    <EmptyState
      icon={RiPieChart2Line}
      title={t('empty.range')}
      description={t('empty.rangeHint')}
      action={
        state.view.filters.length > 0 && (
          <Button
            variant="secondary"
            onPress={() => state.change({ filters: [] })}
          >
            {t('empty.clear')}
          </Button>
        )
      }
    />
  );
}
