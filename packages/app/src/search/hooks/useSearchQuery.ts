import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import { hitKinds } from '../hits';

type KnownKind = keyof typeof hitKinds;

/** What is searched for. It is in the address, so that back works. */
export function useSearchQuery() {
  const [params, setParams] = useSearchParams();
  const kind = params.get('kind');
  const change = useCallback(
    (changes: Record<string, string | undefined>, replace: boolean) =>
      setParams(
        previous => {
          const next = new URLSearchParams(previous);
          next.delete('cursor');
          for (const [name, value] of Object.entries(changes)) {
            if (value) next.set(name, value);
            else next.delete(name);
          }
          return next;
        },
        { replace },
      ),
    [setParams],
  );
  return {
    term: params.get('query') ?? '',
    kind: kind && kind in hitKinds ? (kind as KnownKind) : undefined,
    cursor: params.get('cursor') ?? undefined,
    setTerm: useCallback((query: string) => change({ query }, true), [change]),
    setKind: (value: string | undefined) => change({ kind: value }, false),
    setCursor: (cursor: string | undefined) => change({ cursor }, false),
  };
}
