import { codeOf } from './codeOf';
import type { TestBrowser } from './TestBrowser';

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
