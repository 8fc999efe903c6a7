import type {
  AuthService,
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';

/**
 * Whether a user who was let in earlier still would be: for answers that go on
 * for long, such as a streamed log. Ask every few seconds and end the answer
 * when it says no.
 *
 * @returns false once the session ended, the token expired, or the member was
 *   removed
 */
export async function isStillSignedIn(
  auth: AuthService,
  credentials: BackstageCredentials<BackstageUserPrincipal>,
): Promise<boolean> {
  const { token } = await auth.getLimitedUserToken(credentials);
  return auth.authenticate(token, { allowLimitedAccess: true }).then(
    () => true,
    error => {
      if (error.name === 'AuthenticationError') {
        return false;
      }
      throw error;
    },
  );
}
