import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { UnallocatedQuery } from '../../api';
import {
  isPreset,
  rangeOf,
  todayInUtc,
  type Preset,
} from '../../domain/DayRange';

/** What unallocated cost is told apart by, without a tag being named. */
export const WAYS = [
  'service',
  'account',
  'resource',
  'tag_key',
  'reason',
] as const;

/** What the address says is shown, and how to show something else. */
export interface UnallocatedView {
  query: UnallocatedQuery;
  preset: Preset;
  tag?: string;
  change: (view: { range?: Preset; by?: string; tag?: string }) => void;
  hrefOf: (view: { by: string; tag?: string }) => string;
}

/** Reads and writes the view in the address. */
export function useUnallocatedView(): UnallocatedView {
  const [params, setParams] = useSearchParams();
  const range = params.get('range');
  const preset = isPreset(range) ? range : 'last-month';
  const tag = params.get('tag') ?? undefined;
  const by =
    params.get('by') === 'tag' && tag
      ? 'tag'
      : (WAYS.find(it => it === params.get('by')) ?? 'service');
  const query = useMemo<UnallocatedQuery>(
    () => ({
      ...rangeOf(preset, todayInUtc()),
      by,
      ...(by === 'tag' && { tag }),
    }),
    [preset, by, tag],
  );
  const write = (view: { range?: Preset; by?: string; tag?: string }) => {
    const search = new URLSearchParams({
      range: view.range ?? preset,
      by: view.by ?? by,
    });
    const named = view.tag ?? tag;
    if (named) search.set('tag', named);
    return search;
  };
  return {
    query,
    preset,
    tag,
    change: view => setParams(write(view)),
    hrefOf: view => `?${write(view)}`,
  };
}
