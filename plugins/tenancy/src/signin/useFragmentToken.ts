import { useLocation } from 'react-router-dom';

/**
 * The token of a mailed link. It is in the fragment of the address, which
 * browsers send to no server, so that it is in no log.
 */
export function useFragmentToken(): string {
  return tokenIn(useLocation().hash);
}

/** @param fragment - of an address, with its `#` */
export function tokenIn(fragment: string): string {
  return new URLSearchParams(fragment.slice(1)).get('token') ?? '';
}
