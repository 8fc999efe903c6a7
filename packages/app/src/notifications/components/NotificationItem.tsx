import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Notification } from '@backstage/plugin-notifications-common';
import { ButtonIcon, Link, Text } from '@backstage/ui';
import { RelativeTime } from '@freehold/plugin-tenancy-react';
import {
  RiCheckLine,
  RiErrorWarningLine,
  RiNotification3Line,
} from '@remixicon/react';
import { appTranslationRef } from '../../translation';
import styles from './Notifications.module.css';

/** One notification; opening what it is about marks it as read. */
export function NotificationItem(props: {
  notification: Notification;
  onRead: () => void;
}) {
  const { notification, onRead } = props;
  const { read, created, payload } = notification;
  const { t } = useTranslationRef(appTranslationRef);
  const isGrave =
    payload.severity === 'high' || payload.severity === 'critical';
  const Icon = isGrave ? RiErrorWarningLine : RiNotification3Line;
  const weight = read ? 'regular' : 'bold';
  return (
    <li className={read ? styles.read : undefined}>
      <Icon
        className={isGrave ? styles.grave : styles.icon}
        size={20}
        aria-hidden
      />
      <span className={styles.text}>
        {payload.link ? (
          <Link
            href={payload.link}
            weight={weight}
            onPress={() => !read && onRead()}
          >
            {payload.title}
          </Link>
        ) : (
          <Text weight={weight}>{payload.title}</Text>
        )}
        {payload.description && (
          <span className={styles.quiet}>{payload.description}</span>
        )}
        <span className={styles.quiet}>
          {!read && `${t('notifications.unread')} · `}
          <RelativeTime at={new Date(created).toISOString()} />
        </span>
      </span>
      {!read && (
        <ButtonIcon
          variant="tertiary"
          aria-label={t('notifications.markRead', { title: payload.title })}
          icon={<RiCheckLine />}
          onPress={onRead}
        />
      )}
    </li>
  );
}
