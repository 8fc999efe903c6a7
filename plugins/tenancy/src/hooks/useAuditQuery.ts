import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { AuditQuery } from '../api';

/** How far back to look, as it stands in the address. */
export const auditRanges = ['day', 'week', 'month', 'year'] as const;
export type AuditRange = (typeof auditRanges)[number];

const HOUR = 60 * 60 * 1000;
const HOURS: Record<AuditRange, number> = {
  day: 24,
  week: 7 * 24,
  month: 30 * 24,
  year: 365 * 24,
};

const FILTERS = [
  'search',
  'customer',
  'actor',
  'action',
  'object',
  'outcome',
  'from',
  'to',
] as const;
export type AuditFilterName = (typeof FILTERS)[number];

/** What is looked for, all of it in the address, so that back works. */
export interface AuditQueryState {
  filters: Partial<Record<AuditFilterName, string>>;
  range: AuditRange | undefined;
  cursor: string | undefined;
  isNarrowed: boolean;
  /** As the backend is asked, but for the page. */
  query: Omit<AuditQuery, 'cursor' | 'limit'>;
  /** Goes back to the newest events, too. */
  setFilter(name: AuditFilterName | 'range', value: string | undefined): void;
  setCursor(cursor: string | undefined): void;
  clear(): void;
}

export function useAuditQuery(): AuditQueryState {
  const [params, setParams] = useSearchParams();
  const change = (
    changes: Record<string, string | undefined>,
    options?: { replace: boolean },
  ) =>
    setParams(previous => {
      const next = new URLSearchParams(previous);
      for (const [key, value] of Object.entries(changes)) {
        if (value) next.set(key, value);
        else next.delete(key);
      }
      return next;
    }, options);

  const state = useMemo(() => readState(params), [params]);
  return {
    ...state,
    setFilter: (name, value) =>
      // Each pause in typing would be a step back otherwise.
      change(
        { [name]: value, cursor: undefined },
        { replace: name === 'search' },
      ),
    setCursor: cursor => change({ cursor }),
    clear: () => setParams({}),
  };
}

function readState(params: URLSearchParams) {
  const filters: Partial<Record<AuditFilterName, string>> = {};
  for (const name of FILTERS) {
    const value = params.get(name);
    if (value) filters[name] = value;
  }
  const range = auditRanges.find(each => each === params.get('range'));
  return {
    filters,
    range,
    cursor: params.get('cursor') ?? undefined,
    isNarrowed: Object.keys(filters).length > 0 || range !== undefined,
    query: {
      ...filters,
      ...(range && { from: startOf(range) }),
    } as AuditQueryState['query'],
  };
}

/** To the full hour, so that the same page is asked for the same thing. */
function startOf(range: AuditRange): string {
  const hour = Math.floor(Date.now() / HOUR) * HOUR;
  return new Date(hour - HOURS[range] * HOUR).toISOString();
}
