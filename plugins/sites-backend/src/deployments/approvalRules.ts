import { NotAllowedError } from '@backstage/errors';

/** For which customers: all, none, or those of these tiers. */
export type FourEyes = boolean | readonly string[];

/**
 * Who may not approve a change although they may approve others.
 *
 * @param asked - entity refs of everybody who asked for the change
 */
export function barredFromApproval(
  fourEyes: FourEyes,
  options: { tier: string | undefined; asked: readonly string[] },
): readonly string[] {
  const { tier, asked } = options;
  const areFourEyesAsked =
    typeof fourEyes === 'boolean'
      ? fourEyes
      : // Who is not known is not let off.
        tier === undefined || fourEyes.includes(tier);
  return areFourEyesAsked ? asked : [];
}

/**
 * @param asked - entity refs of everybody who asked for the change
 * @throws NotAllowedError when who approves is one of them, and that is not
 *   enough for a customer of this tier
 */
export function assertMayApprove(
  fourEyes: FourEyes,
  options: { tier: string | undefined; by: string; asked: readonly string[] },
): void {
  if (barredFromApproval(fourEyes, options).includes(options.by)) {
    throw new NotAllowedError(
      'You asked for this change, so somebody else has to approve it.',
    );
  }
}
