/** What notifications are about; preferences are kept by these. */
export const notificationTopics = [
  'deployment-succeeded',
  'deployment-failed',
  'approval-asked',
  'approval-decided',
  'drift-found',
  'member-joined',
  'security',
] as const;

export type NotificationTopic = (typeof notificationTopics)[number];

/**
 * Whether who tells of something mails it as well, whatever people prefer, so
 * that the notification needs no mail of its own.
 */
export function isMailedBySender(topic: string | undefined): boolean {
  return topic === 'security';
}
