import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  EmptyState,
  ErrorPanel,
  LoadingRows,
  NavigationTabs,
  Page,
  Pagination,
  useListQuery,
} from '@freehold/plugin-tenancy-react';
import { RiNotification3Line } from '@remixicon/react';
import { useLocation } from 'react-router-dom';
import { appTranslationRef } from '../../translation';
import {
  useMarkRead,
  useNotifications,
  useUnreadCount,
} from '../hooks/useNotifications';
import { NotificationItem } from './NotificationItem';
import styles from './Notifications.module.css';

/** What concerns the reader: unread, or all of it. */
export function NotificationsPage() {
  const { t } = useTranslationRef(appTranslationRef);
  const { pathname } = useLocation();
  const isUnreadOnly = !pathname.endsWith('/all');
  const { query, setOffset, setLimit } = useListQuery({
    filters: [],
    defaultSort: '-created',
  });
  const { offset, limit } = query;
  const { value, error, retry } = useNotifications({
    isUnreadOnly,
    offset,
    limit,
  });
  const unread = useUnreadCount();
  const markRead = useMarkRead();
  const shown = value?.notifications.filter(({ read }) => !read) ?? [];
  return (
    <Page
      title={t('notifications.title')}
      answer={value && t('notifications.answer', { count: unread })}
      actions={
        shown.length > 0 && (
          <Button
            variant="secondary"
            onPress={() => markRead(shown.map(({ id }) => id))}
          >
            {t('notifications.markAllRead')}
          </Button>
        )
      }
    >
      <NavigationTabs
        label={t('notifications.title')}
        tabs={[
          {
            id: 'unread',
            label: t('notifications.unread'),
            href: '/notifications',
            isExact: true,
          },
          {
            id: 'all',
            label: t('notifications.all'),
            href: '/notifications/all',
          },
        ]}
      />
      {error && (
        <ErrorPanel
          title={t('notifications.errorTitle')}
          error={error}
          onRetry={retry}
        />
      )}
      {!error && !value && <LoadingRows count={5} height="3.5rem" />}
      {!error && value?.notifications.length === 0 && (
        <EmptyState
          icon={RiNotification3Line}
          title={t(
            isUnreadOnly ? 'notifications.noneUnread' : 'notifications.none',
          )}
          description={t('notifications.noneDescription')}
        />
      )}
      {!error && value && value.notifications.length > 0 && (
        <>
          <ul className={styles.list}>
            {value.notifications.map(notification => (
              <NotificationItem
                key={notification.id}
                notification={notification}
                onRead={() => markRead([notification.id])}
              />
            ))}
          </ul>
          <Pagination
            offset={offset}
            limit={limit}
            total={value.totalCount}
            onOffset={setOffset}
            onLimit={setLimit}
          />
        </>
      )}
    </Page>
  );
}
