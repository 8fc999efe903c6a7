import { InputError } from '@backstage/errors';
import type { CredentialOwner } from './CloudCredential';

// No wildcard and no second resource: the stack lets the site read what is
// named here, to the letter.
const SECRET =
  /^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:([\w/+=.@-]+)(:[\w/+=.@-]*){0,3}$/;
const PARAMETER =
  /^arn:aws[a-z-]*:ssm:[a-z0-9-]+:\d{12}:parameter\/([\w/.-]+)$/;

/**
 * A customer in the account of the business shares it with others: there only
 * secrets under its own name are its own.
 *
 * @throws InputError naming the variable, and what to do
 */
export function assertReferencesAllowed(
  references: Record<string, string>,
  { tenant, owner }: { tenant: string; owner: CredentialOwner },
): void {
  for (const [variable, reference] of Object.entries(references)) {
    const name = (SECRET.exec(reference) ?? PARAMETER.exec(reference))?.[1];
    if (name === undefined) {
      throw new InputError(
        `The secret of ${variable} must be the whole ARN of a Secrets Manager secret or of an SSM parameter, without wildcards.`,
      );
    }
    if (owner === 'business' && !name.startsWith(`${tenant}/`)) {
      throw new InputError(
        `The secret of ${variable} must have a name that begins with '${tenant}/' (an SSM parameter with '/${tenant}/'), since the account is shared. Move it there, or add an AWS account of your own.`,
      );
    }
  }
}
