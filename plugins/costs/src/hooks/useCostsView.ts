import { useCallback, useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { readView, writeView, type CostsView } from '../domain/CostsView';
import { todayInUtc } from '../domain/DayRange';
import { writeFigure, type Drill } from '../domain/drillDown';
import { useCostsPaths } from './useCostsPaths';
import { useReader } from './useReader';

/** What the address says is to be shown, and the addresses of other views. */
export interface CostsViewState {
  view: CostsView;
  /** Shows another view here, as a step that back undoes. */
  change: (changes: Partial<CostsView>) => void;
  hrefOf: (drill: Drill) => string;
  follow: (drill: Drill) => void;
}

/** Reads and writes the view in the address. */
export function useCostsView(): CostsViewState {
  const [params, setParams] = useSearchParams();
  const { isStaff } = useReader();
  const paths = useCostsPaths();
  const navigate = useNavigate();
  const defaults = useMemo(
    () => ({
      groupBy: isStaff ? ('customer' as const) : ('site' as const),
      today: todayInUtc(),
    }),
    [isStaff],
  );
  const view = useMemo(() => readView(params, defaults), [params, defaults]);
  const hrefOf = useCallback(
    (drill: Drill) => {
      const path = drill.to === 'charges' ? paths.charges : paths.dashboard;
      const drilled = writeView(drill.view, defaults);
      if (drill.figure) drilled.set('figure', writeFigure(drill.figure));
      const search = drilled.toString();
      return search ? `${path}?${search}` : path;
    },
    [paths.charges, paths.dashboard, defaults],
  );
  return {
    view,
    hrefOf,
    change: changes => setParams(writeView({ ...view, ...changes }, defaults)),
    follow: drill => navigate(hrefOf(drill)),
  };
}
