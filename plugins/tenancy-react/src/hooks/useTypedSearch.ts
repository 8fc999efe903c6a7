import { useEffect, useRef, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';

const TYPING_PAUSE_MS = 250;

/**
 * What is typed into a search field, handed to `search` when typing pauses.
 * Follows `current` when it changes otherwise, as by going back.
 */
export function useTypedSearch(
  current: string,
  search: (text: string) => void,
): [string, (text: string) => void] {
  const [typed, setTyped] = useState(current);
  const handed = useRef(current);

  useEffect(() => {
    if (current !== handed.current) {
      handed.current = current;
      setTyped(current);
    }
  }, [current]);

  useDebounce(
    () => {
      if (typed !== handed.current) {
        handed.current = typed;
        search(typed);
      }
    },
    TYPING_PAUSE_MS,
    [typed],
  );

  return [typed, setTyped];
}
