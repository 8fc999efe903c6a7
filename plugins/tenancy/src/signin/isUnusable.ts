import { PortalError } from '@freehold/plugin-tenancy-react';

/** Whether an error says that a link leads nowhere, whatever one tries. */
export function isUnusable(error: Error | undefined): boolean {
  return (
    error instanceof PortalError &&
    error.status >= 400 &&
    error.status < 500 &&
    error.status !== 429
  );
}
