import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Checkbox } from '@backstage/ui';
import {
  isMailedBySender,
  notificationTopics,
  type NotificationTopic,
} from '@freehold/plugin-tenancy-common';
import { ErrorPanel, LoadingRows } from '@freehold/plugin-tenancy-react';
import { appTranslationRef } from '../../translation';
import { usePreferences } from '../hooks/usePreferences';
import { channels, isEnabled, type Channel } from '../preferences';
import styles from './Notifications.module.css';

/** Approvals are asked of staff, and customers need not know of it. */
const STAFF_TOPICS: readonly NotificationTopic[] = ['approval-asked'];

function isAlwaysSent(channel: Channel, topic: NotificationTopic): boolean {
  return channel === 'Mail' && isMailedBySender(topic);
}

/** Which notifications the reader wants in the portal, and which by mail. */
export function NotificationPreferences(props: { isStaff: boolean }) {
  const { t } = useTranslationRef(appTranslationRef);
  const { settings, error, refusal, retry, choose } = usePreferences();
  const topics = notificationTopics.filter(
    topic => props.isStaff || !STAFF_TOPICS.includes(topic),
  );
  return (
    <section aria-labelledby="notification-preferences">
      <h2 id="notification-preferences" className={styles.title}>
        {t('notifications.title')}
      </h2>
      {error && (
        <ErrorPanel
          title={t('notifications.preferences.errorTitle')}
          error={error}
          onRetry={retry}
        />
      )}
      {!error && !settings && <LoadingRows count={5} />}
      {settings && (
        <table className={styles.preferences}>
          <thead>
            <tr>
              <th scope="col">{t('notifications.preferences.about')}</th>
              {channels.map(channel => (
                <th key={channel} scope="col">
                  {t(`notifications.channel.${channel}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {topics.map(topic => (
              <tr key={topic}>
                <th scope="row">{t(`notifications.topic.${topic}`)}</th>
                {channels.map(channel => (
                  <td key={channel}>
                    <Checkbox
                      aria-label={`${t(`notifications.topic.${topic}`)}: ${t(`notifications.channel.${channel}`)}`}
                      isSelected={
                        isAlwaysSent(channel, topic) ||
                        isEnabled(settings, channel, topic)
                      }
                      isDisabled={isAlwaysSent(channel, topic)}
                      onChange={isWanted => choose(channel, topic, isWanted)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {refusal && (
        <ErrorPanel
          title={t('notifications.preferences.refused')}
          error={refusal}
        />
      )}
    </section>
  );
}
