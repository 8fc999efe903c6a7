/** What notifications are about; preferences are kept by these. */
export const notificationTopics = [
  'deployment-succeeded',
  'deployment-failed',
  'approval-asked',
  'approval-decided',
  'member-joined',
  'security',
] as const;

export type NotificationTopic = (typeof notificationTopics)[number];
