import { useApi } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import { useLoaded } from '@freehold/plugin-tenancy-react';
import { sitesApiRef, type LogLine } from '../api';

/** A longer log is searched by the portal. */
const MOST_SEARCHED_HERE = 2_000;

/** Sequence numbers of the lines of a log that contain a text, in order. */
export function useLogMatches(options: {
  customer: string;
  deploymentId: string;
  lines: LogLine[];
  search: string;
}): number[] {
  const { customer, deploymentId, lines, search } = options;
  const api = useApi(sitesApiRef);
  const isLong = lines.length > MOST_SEARCHED_HERE;
  const { data: found } = useLoaded({
    key:
      search && isLong
        ? ['sites', 'log', customer, deploymentId, search]
        : undefined,
    load: () => api.searchDeploymentLog(customer, deploymentId, search),
  });
  return useMemo(() => {
    if (!search) return [];
    if (isLong) return found?.items.map(({ seq }) => seq) ?? [];
    const wanted = search.toLocaleLowerCase();
    return lines
      .filter(({ text }) => text.toLocaleLowerCase().includes(wanted))
      .map(({ seq }) => seq);
  }, [search, isLong, found, lines]);
}
