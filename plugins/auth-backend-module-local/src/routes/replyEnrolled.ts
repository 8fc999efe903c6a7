import type { Response } from 'express';
import type { components } from '../api.generated';
import {
  describeAuthenticator,
  type Enrolled,
} from '../services/EnrolmentService';
import type { RouteContext } from './createRouter';

/** Answers with a new second factor, and the session that waited for it. */
export function replyEnrolled(
  { cookies }: RouteContext,
  res: Response,
  { authenticator, recoveryCodes, cookie, signedIn }: Enrolled,
): void {
  cookies.writeEntry(res, signedIn);
  if (cookie) {
    cookies.session.write(res, cookie);
  }
  const body: components['schemas']['Enrolled'] = {
    authenticator: describeAuthenticator(authenticator),
    recoveryCodes,
    signedIn: signedIn?.identity,
  };
  res.status(201).json(body);
}
