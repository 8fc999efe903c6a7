import { generateSync } from 'otplib';

/** The code that an app shows now, or some steps of 30 seconds from now. */
export function codeOf(secret: string, steps = 0): string {
  const epoch = Math.floor(Date.now() / 1000) + steps * 30;
  return generateSync({ secret, epoch });
}
