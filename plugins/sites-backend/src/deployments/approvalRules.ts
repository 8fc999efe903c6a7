import { NotAllowedError } from '@backstage/errors';

/** For which customers: all, none, or those of these tiers. */
export type FourEyes = boolean | readonly string[];

/**
 * @param asked - entity refs of everybody who asked for the change
 * @throws NotAllowedError when who approves is one of them, and that is not
 *   enough for a customer of this tier
 */
export function assertMayApprove(
  fourEyes: FourEyes,
  options: { tier: string | undefined; by: string; asked: readonly string[] },
): void {
  const { tier, by, asked } = options;
  const isAsked =
    typeof fourEyes === 'boolean'
      ? fourEyes
      : // Who is not known is not let off.
        tier === undefined || fourEyes.includes(tier);
  if (isAsked && asked.includes(by)) {
    throw new NotAllowedError(
      'You asked for this change, so somebody else has to approve it.',
    );
  }
}
