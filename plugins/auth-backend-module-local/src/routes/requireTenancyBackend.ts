import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type { Request } from 'express';

/** The one caller: it has decided that the member may. */
const TENANCY_BACKEND = 'plugin:tenancy';

/** @throws NotAllowedError for all others */
export async function requireTenancyBackend(
  httpAuth: HttpAuthService,
  req: Request,
): Promise<void> {
  const { principal } = await httpAuth.credentials(req, {
    allow: ['service'],
  });
  if (principal.subject !== TENANCY_BACKEND) {
    throw new NotAllowedError('Only the tenancy backend may ask this');
  }
}
