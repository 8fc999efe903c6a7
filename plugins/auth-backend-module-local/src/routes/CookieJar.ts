import type { Response } from 'express';
import { ENROLMENT_LIFETIME_MS } from '../domain/challenges';
import type { Challenged } from '../services/ChallengesService';
import { DEVICE_LIFETIME_MS } from '../services/KnownDevices';
import type { SignedIn } from '../services/SessionsService';
import { SecretCookie } from './SecretCookie';

/** The cookies of this module. */
export class CookieJar {
  /**
   * @param options.isSecure - the portal is served over TLS
   * @param options.sessionMs - a session's absolute limit
   */
  static create(options: { isSecure: boolean; sessionMs: number }): CookieJar {
    return new CookieJar(options.isSecure, options.sessionMs);
  }

  readonly session: SecretCookie;
  /** Of a sign-in that waits for a second factor. */
  readonly challenge: SecretCookie;
  /** By which a browser is known again. */
  readonly device: SecretCookie;
  /** Of an account elsewhere that is about to be linked. */
  readonly link: SecretCookie;

  private constructor(isSecure: boolean, sessionMs: number) {
    this.session = SecretCookie.create({
      name: 'session',
      isSecure,
      maxAgeMs: sessionMs,
    });
    this.challenge = SecretCookie.create({
      name: 'challenge',
      isSecure,
      maxAgeMs: ENROLMENT_LIFETIME_MS,
    });
    this.device = SecretCookie.create({
      name: 'device',
      isSecure,
      maxAgeMs: DEVICE_LIFETIME_MS,
      // Providers send the browser back from elsewhere.
      sameSite: 'lax',
      path: '/api/auth',
    });
    this.link = SecretCookie.create({
      name: 'link',
      isSecure,
      maxAgeMs: ENROLMENT_LIFETIME_MS,
      sameSite: 'lax',
      path: '/api/auth',
    });
  }

  /** Writes what a sign-in came to; undefined: it changed no session. */
  writeEntry(res: Response, entry: SignedIn | Challenged | undefined): void {
    if (!entry) {
      return;
    }
    if ('challengeCookie' in entry) {
      this.session.clear(res);
      this.challenge.write(res, entry.challengeCookie);
      return;
    }
    if (entry.cookie) {
      this.session.write(res, entry.cookie);
    }
    if (entry.deviceToken) {
      this.device.write(res, entry.deviceToken);
    }
    this.challenge.clear(res);
  }
}
