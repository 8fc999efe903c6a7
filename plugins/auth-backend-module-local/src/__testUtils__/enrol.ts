import { generateSync } from 'otplib';
import type { TestBrowser } from './TestBrowser';

/** The code that an app shows now, or some steps of 30 seconds from now. */
export function codeOf(secret: string, steps = 0): string {
  const epoch = Math.floor(Date.now() / 1000) + steps * 30;
  return generateSync({ secret, epoch });
}

/** Sets up an authenticator app in a browser that may. */
export async function enrolTotp(
  browser: TestBrowser,
  name = 'Phone',
): Promise<{
  secret: string;
  authenticatorId: string;
  recoveryCodes: string[];
}> {
  const begun = await browser.post('/authenticators/totp');
  const { authenticatorId, secret } = begun.body;
  const confirmed = await browser.post(
    `/authenticators/${authenticatorId}/confirm`,
    { code: codeOf(secret), name },
  );
  if (confirmed.status !== 201) {
    throw new Error(`Enrolment failed: ${JSON.stringify(confirmed.body)}`);
  }
  const { recoveryCodes } = confirmed.body;
  return { secret, authenticatorId, recoveryCodes };
}
