import { Session } from '../http/Session.ts';
import { invite, keptMail } from './mails.ts';
import { until } from './until.ts';

/**
 * Leaves a text of the customer's where the portal itself writes texts: in
 * what was changed from and to on the record, and in a notification.
 *
 * @returns the notification's id
 */
export async function leaveRecords(
  owner: Session,
  operator: Session,
  customer: string,
  word: string,
): Promise<string> {
  for (const name of [`Renamed ${word}`, `Elm ${word}`]) {
    await owner.json({
      method: 'PATCH',
      path: `/api/tenancy/customers/${customer}/settings`,
      body: { name },
    });
  }
  await join(owner, operator, customer, word);
  return until('the notification of who joined', async () => {
    const { notifications } = await owner.json({ path: '/api/notifications' });
    return notifications.find((each: { payload: { title: string } }) =>
      each.payload.title.includes(word),
    )?.id;
  });
}

/** Somebody comes by an invitation, which the customer's owner is told. */
async function join(
  owner: Session,
  operator: Session,
  customer: string,
  word: string,
): Promise<void> {
  const email = `joined@${word}.example`;
  await invite(owner, customer, email);
  const { token } = await keptMail(operator, customer, email, 'invitation');
  await Session.nobody(owner.origin).json({
    method: 'POST',
    path: '/api/tenancy/invitations/accept',
    body: { token, displayName: `Joined ${word}` },
  });
}
