import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  notificationsApiRef,
  type NotificationsApi,
} from '@backstage/plugin-notifications';
import type { Notification } from '@backstage/plugin-notifications-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SWRConfig } from 'swr';
import { NotificationPreferences } from './NotificationPreferences';
import { NotificationsPage } from './NotificationsPage';

const notification = (
  id: string,
  changes: Partial<Notification> = {},
): Notification => ({
  id,
  user: 'user:acme/ann',
  created: new Date('2026-01-05T09:00:00.000Z'),
  origin: 'plugin:tenancy',
  payload: {
    title: `About ${id}`,
    link: `/sites/acme/deployments/${id}`,
    severity: 'normal',
  },
  ...changes,
});

function render(page: JSX.Element, api: Partial<NotificationsApi>) {
  renderInTestApp(
    <SWRConfig value={{ provider: () => new Map() }}>{page}</SWRConfig>,
    {
      initialRouteEntries: ['/notifications'],
      apis: [
        [
          notificationsApiRef,
          {
            getStatus: async () => ({ unread: 2, read: 0 }),
            ...api,
          } as NotificationsApi,
        ],
      ],
    },
  );
}

describe('NotificationsPage', () => {
  it('opens with what is unread, and asks for nothing else', async () => {
    const getNotifications = jest.fn(async () => ({
      notifications: [notification('dep_1'), notification('dep_2')],
      totalCount: 2,
    }));
    render(<NotificationsPage />, { getNotifications });
    expect(await screen.findByText('2 are unread.')).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: 'About dep_1' }),
    ).toHaveAttribute('href', '/sites/acme/deployments/dep_1');
    expect(getNotifications).toHaveBeenCalledWith(
      expect.objectContaining({ read: false, sortOrder: 'desc' }),
    );
  });

  it('marks one, or all that are shown, as read', async () => {
    const updateNotifications = jest.fn(async () => []);
    render(<NotificationsPage />, {
      updateNotifications,
      getNotifications: async () => ({
        notifications: [notification('dep_1'), notification('dep_2')],
        totalCount: 2,
      }),
    });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Mark as read: About dep_1',
      }),
    );
    expect(updateNotifications).toHaveBeenLastCalledWith({
      ids: ['dep_1'],
      read: true,
    });
    await userEvent.click(
      screen.getByRole('button', { name: 'Mark these as read' }),
    );
    expect(updateNotifications).toHaveBeenLastCalledWith({
      ids: ['dep_1', 'dep_2'],
      read: true,
    });
  });

  it('says what will be here while there is nothing', async () => {
    render(<NotificationsPage />, {
      getStatus: async () => ({ unread: 0, read: 0 }),
      getNotifications: async () => ({ notifications: [], totalCount: 0 }),
    });
    expect(await screen.findByText('Nothing unread')).toBeInTheDocument();
    expect(screen.getByText('You have read everything.')).toBeInTheDocument();
  });
});

describe('NotificationPreferences', () => {
  const settings = {
    channels: ['Web', 'Mail'].map(id => ({
      id,
      origins: [
        {
          id: 'plugin:tenancy',
          enabled: true,
          topics: [
            { id: 'deployment-failed', enabled: true },
            { id: 'member-joined', enabled: id === 'Web' },
          ],
        },
      ],
    })),
  };

  it('shows by topic what is wanted where, and keeps a choice', async () => {
    const updateNotificationSettings = jest.fn(async (changed: any) => changed);
    render(<NotificationPreferences isStaff={false} />, {
      getNotificationSettings: async () => settings,
      updateNotificationSettings,
    });
    const byMail = await screen.findByRole('checkbox', {
      name: 'Somebody joined: By mail',
    });
    expect(byMail).not.toBeChecked();
    expect(
      screen.getByRole('checkbox', {
        name: 'Somebody joined: In the portal',
      }),
    ).toBeChecked();
    await userEvent.click(byMail);
    await waitFor(() => expect(byMail).toBeChecked());
    const [changed] = updateNotificationSettings.mock.calls[0];
    expect(changed.channels[0]).toEqual(settings.channels[0]);
    expect(changed.channels[1].origins[0].topics).toEqual([
      { id: 'deployment-failed', enabled: true },
      { id: 'member-joined', enabled: true },
    ]);
  });

  it('lets nobody turn off mails about security', async () => {
    render(<NotificationPreferences isStaff={false} />, {
      getNotificationSettings: async () => settings,
    });
    const always = await screen.findByRole('checkbox', {
      name: 'A sign-in from a new device: By mail',
    });
    expect(always).toBeChecked();
    expect(always).toBeDisabled();
  });

  it('takes a choice back that was refused', async () => {
    render(<NotificationPreferences isStaff={false} />, {
      getNotificationSettings: async () => settings,
      updateNotificationSettings: async () => {
        throw new Error('refused');
      },
    });
    const byMail = await screen.findByRole('checkbox', {
      name: 'Somebody joined: By mail',
    });
    await userEvent.click(byMail);
    expect(
      await screen.findByText('Your choice was not kept'),
    ).toBeInTheDocument();
    expect(byMail).not.toBeChecked();
  });

  it('names approvals to staff only', async () => {
    render(<NotificationPreferences isStaff={false} />, {
      getNotificationSettings: async () => settings,
    });
    await screen.findByText('Somebody joined');
    expect(
      screen.queryByText('A deployment waits for approval'),
    ).not.toBeInTheDocument();
  });
});
