import { ConflictError } from '@backstage/errors';
import type { AllocationRule } from '../allocation/RuleSet';

export type RuleSetState = 'draft' | 'active' | 'retired';

/** When a version was made and came into force, by whom and why. */
export interface RuleSetHead {
  version: number;
  state: RuleSetState;
  /** The version that was in force when it was begun; none for the first. */
  basedOn?: number;
  ruleCount: number;
  /** Why it came into force. */
  comment?: string;
  createdBy: string;
  createdAt: Date;
  updatedBy: string;
  updatedAt: Date;
  activatedBy?: string;
  activatedAt?: Date;
  retiredAt?: Date;
}

/** A version with its rules. */
export interface RuleSetVersion extends RuleSetHead {
  /** Another after every change, so that nobody overwrites what they did not see. */
  revision: string;
  rules: AllocationRule[];
}

/**
 * Lets a change through that was made by somebody who saw the newest draft.
 *
 * @param seen - the revision they saw; undefined where they saw none
 * @throws ConflictError
 */
export function assertSeen(
  draft: RuleSetVersion | undefined,
  seen: string | undefined,
): void {
  if (draft?.revision === seen) {
    return;
  }
  throw new ConflictError(
    draft
      ? `${draft.updatedBy} has changed the draft since you opened it. Load it again and repeat your change.`
      : 'The draft has been activated or discarded since you opened it. Load the rules again and repeat your change.',
  );
}
