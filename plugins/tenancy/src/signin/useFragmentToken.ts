import { useLocation } from 'react-router-dom';

/**
 * The token of a mailed link. It is in the fragment of the address, which
 * browsers send to no server, so that it is in no log.
 */
export function useFragmentToken(): string {
  const { hash } = useLocation();
  return new URLSearchParams(hash.slice(1)).get('token') ?? '';
}
