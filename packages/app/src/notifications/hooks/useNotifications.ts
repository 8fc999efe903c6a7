import { useApi } from '@backstage/frontend-plugin-api';
import {
  notificationsApiRef,
  type GetNotificationsResponse,
} from '@backstage/plugin-notifications';
import { useSignal } from '@backstage/plugin-signals-react';
import { useCallback, useEffect } from 'react';
import useSWR, { useSWRConfig } from 'swr';

/** What signals miss is noticed after this long. */
const REFRESH_MILLISECONDS = 60_000;

const STATUS_KEY = 'notifications-status';
const LIST_KEY = 'notifications';

/** How many notifications the reader has not read; kept up to date. */
export function useUnreadCount(): number {
  const api = useApi(notificationsApiRef);
  const { data } = useSWR(STATUS_KEY, () => api.getStatus(), {
    refreshInterval: REFRESH_MILLISECONDS,
    // The count is a hint beside an entry; without it, nothing is missing.
    shouldRetryOnError: false,
  });
  useRefreshOnSignal();
  return data?.unread ?? 0;
}

/** One page of the reader's notifications, newest first. */
export function useNotifications(query: {
  isUnreadOnly: boolean;
  offset: number;
  limit: number;
}): {
  value?: GetNotificationsResponse;
  error?: Error;
  retry: () => void;
} {
  const api = useApi(notificationsApiRef);
  const { isUnreadOnly, offset, limit } = query;
  const { data, error, mutate } = useSWR(
    [LIST_KEY, isUnreadOnly, offset, limit],
    () =>
      api.getNotifications({
        offset,
        limit,
        sort: 'created',
        sortOrder: 'desc',
        ...(isUnreadOnly && { read: false }),
      }),
    { refreshInterval: REFRESH_MILLISECONDS },
  );
  return { value: data, error, retry: () => mutate() };
}

/** Marks notifications as read. */
export function useMarkRead(): (ids: string[]) => Promise<void> {
  const api = useApi(notificationsApiRef);
  const refresh = useRefresh();
  return useCallback(
    async ids => {
      await api.updateNotifications({ ids, read: true });
      await refresh();
    },
    [api, refresh],
  );
}

function useRefresh(): () => Promise<unknown> {
  const { mutate } = useSWRConfig();
  return useCallback(
    () =>
      mutate(
        key =>
          key === STATUS_KEY || (Array.isArray(key) && key[0] === LIST_KEY),
      ),
    [mutate],
  );
}

function useRefreshOnSignal(): void {
  const { lastSignal } = useSignal('notifications');
  const refresh = useRefresh();
  useEffect(() => {
    if (lastSignal) {
      refresh();
    }
  }, [lastSignal, refresh]);
}
