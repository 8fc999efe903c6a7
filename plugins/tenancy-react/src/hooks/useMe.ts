import { useApi } from '@backstage/frontend-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { meApiRef, type Me } from '../api';

/** Who is signed in; `me` is absent while loading and after an error. */
export function useMe(): {
  me?: Me;
  loading: boolean;
  error?: Error;
  retry: () => void;
} {
  const api = useApi(meApiRef);
  const { value, loading, error, retry } = useAsyncRetry(
    () => api.load(),
    [api],
  );
  const me = value ?? api.cached();
  return { me, loading: loading && !me, error, retry };
}
