import type {
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';

/** Whom every route lets ask; what they may see is decided afterwards. */
export const ALLOWED_CALLERS = {
  allow: ['user', 'service'] as ('user' | 'service')[],
};

/** How a caller is written down: an entity ref, or a plugin's name. */
export function nameOfCaller({
  principal,
}: BackstageCredentials<
  BackstageUserPrincipal | BackstageServicePrincipal
>): string {
  return principal.type === 'user'
    ? principal.userEntityRef
    : principal.subject;
}
