import { useApi } from '@backstage/frontend-plugin-api';
import type { NotificationSettings } from '@backstage/plugin-notifications-common';
import { notificationsApiRef } from '@backstage/plugin-notifications';
import { useState } from 'react';
import useSWR from 'swr';
import { isEnabled, withChoice, type Channel } from '../preferences';

/** Which notifications the reader wants, and where. */
export function usePreferences(): {
  settings?: NotificationSettings;
  error?: Error;
  /** Why the last choice was not kept. */
  refusal?: Error;
  retry: () => void;
  choose: (channel: Channel, topic: string, isWanted: boolean) => void;
} {
  const api = useApi(notificationsApiRef);
  const [refusal, setRefusal] = useState<Error>();
  const { data, error, mutate } = useSWR('notification-preferences', () =>
    api.getNotificationSettings(),
  );

  const choose = async (channel: Channel, topic: string, isWanted: boolean) => {
    if (!data || isEnabled(data, channel, topic) === isWanted) return;
    const changed = withChoice(data, { channel, topic, isWanted });
    setRefusal(undefined);
    await mutate(api.updateNotificationSettings(changed), {
      optimisticData: changed,
      rollbackOnError: true,
      revalidate: false,
    }).catch(setRefusal);
  };

  return { settings: data, error, refusal, retry: () => mutate(), choose };
}
