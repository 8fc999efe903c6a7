import useMedia from 'react-use/esm/useMedia';

/** Whether the window is narrow: the sidebar is a bar, and tables are lists. */
export function useIsNarrow(): boolean {
  return useMedia('(max-width: 599.95px)', false);
}
