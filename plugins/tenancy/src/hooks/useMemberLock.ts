import { useApi } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import useSWR from 'swr';
import { locksApiRef, type MemberLock } from '../api';

/** Whether failed sign-ins keep a member waiting. */
export function useMemberLock(
  customer: string,
  member: string,
): { value?: MemberLock; error?: Error; retry: () => void } {
  const api = useApi(locksApiRef);
  const { data, error, mutate } = useSWR(['lock', customer, member], () =>
    api.getMemberLock(customer, member),
  );
  return useMemo(
    () => ({ value: data, error, retry: () => mutate() }),
    [data, error, mutate],
  );
}
