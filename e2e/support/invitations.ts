import { expect, type Page } from 'playwright/test';

/** Invites somebody on the page of the members. */
export async function invite(
  owner: Page,
  guest: { email: string; role: string },
): Promise<void> {
  await owner.goto('/members');
  await owner.getByRole('button', { name: 'Invite member' }).click();
  await fillInvitation(owner, guest);
}

/** Fills in the dialog that invites, once it is open. */
export async function fillInvitation(
  page: Page,
  { email, role }: { email: string; role: string },
): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('E-mail').fill(email);
  await dialog
    .getByRole('radio', { name: new RegExp(`^${role}`) })
    .check({ force: true });
  await dialog.getByRole('button', { name: 'Send invitation' }).click();
  const row = page.getByRole('listitem').filter({ hasText: email });
  await expect(row).toContainText('Waiting');
}

/**
 * Reads the newest invitation to an address on the page of mails, and follows
 * the link in it to where it leads.
 *
 * @returns the link
 */
export async function readInvitation(
  operator: Page,
  email: string,
): Promise<string> {
  await operator.goto(`/outbox?search=${encodeURIComponent(email)}`);
  await expect(async () => {
    await operator.reload();
    await operator
      .getByText('Your invitation to')
      .first()
      .click({ timeout: 5_000 });
  }).toPass();
  await expect(
    operator.getByRole('heading', { name: /Your invitation to/ }),
  ).toBeVisible();
  const [guest] = await Promise.all([
    operator.context().waitForEvent('page'),
    operator
      .frameLocator('iframe')
      .getByRole('link', { name: 'Accept the invitation' })
      .click(),
  ]);
  await expect(guest.getByRole('heading')).toContainText('Join');
  const link = guest.url();
  await guest.close();
  return link;
}

/** Accepts on the page that the link opens, and goes on to the password. */
export async function acceptWithPassword(
  visitor: Page,
  displayName: string,
  password: string,
): Promise<void> {
  await visitor.getByLabel('Your name').fill(displayName);
  await visitor
    .getByRole('button', { name: 'Accept and set a password' })
    .click();
  await choosePassword(visitor, password);
}

export async function choosePassword(
  page: Page,
  password: string,
): Promise<void> {
  await page.getByRole('textbox', { name: /New password/ }).fill(password);
  await page.getByRole('button', { name: 'Set password' }).click();
  await expect(page.getByText('Your password is set')).toBeVisible();
}
