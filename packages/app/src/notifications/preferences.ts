import type { NotificationSettings } from '@backstage/plugin-notifications-common';

/** Where notifications reach people: the portal's pages, and mail. */
export const channels = ['Web', 'Mail'] as const;
export type Channel = (typeof channels)[number];

/** The sender of all notifications: tenancy-backend, for every plugin. */
const ORIGIN = 'plugin:tenancy';

export function isEnabled(
  settings: NotificationSettings,
  channel: Channel,
  topic: string,
): boolean {
  const origin = settings.channels
    .find(({ id }) => id === channel)
    ?.origins.find(({ id }) => id === ORIGIN);
  const found = origin?.topics?.find(({ id }) => id === topic);
  return found?.enabled ?? origin?.enabled ?? true;
}

/** The settings with one choice changed. */
export function withChoice(
  settings: NotificationSettings,
  choice: { channel: Channel; topic: string; isWanted: boolean },
): NotificationSettings {
  return {
    channels: settings.channels.map(channel =>
      channel.id !== choice.channel
        ? channel
        : {
            ...channel,
            origins: channel.origins.map(origin =>
              origin.id !== ORIGIN
                ? origin
                : {
                    ...origin,
                    topics: [
                      ...(origin.topics ?? []).filter(
                        ({ id }) => id !== choice.topic,
                      ),
                      { id: choice.topic, enabled: choice.isWanted },
                    ],
                  },
            ),
          },
    ),
  };
}
