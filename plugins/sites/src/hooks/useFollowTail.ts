import { useCallback, useLayoutEffect, useRef } from 'react';

const NEAR_END_PX = 24;

/**
 * Keeps a scrolled box at its end while content arrives, unless its reader
 * scrolled up; scrolling back to the end follows again.
 */
export function useFollowTail<Box extends HTMLElement>(content: unknown) {
  const ref = useRef<Box>(null);
  const isFollowing = useRef(true);

  useLayoutEffect(() => {
    const box = ref.current;
    if (box && isFollowing.current) box.scrollTop = box.scrollHeight;
  }, [content]);

  const onScroll = useCallback(() => {
    const box = ref.current;
    if (!box) return;
    isFollowing.current =
      box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END_PX;
  }, []);
  return { ref, onScroll };
}
