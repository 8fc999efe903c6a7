import type { DeploymentKind } from '@freehold/plugin-sites-common';

/**
 * Why nothing more is tried: what may pass did not; its runs were cut short
 * again and again; the runner itself broke on it; or the machine that applied
 * it did not come back, and only that one knows how far it came.
 */
export type DeadLetterReason =
  | 'attempts-used-up'
  | 'interrupted-too-often'
  | 'runner-failed'
  | 'machine-lost';

/** A deployment that was given up, until staff decide about it. */
export interface DeadLetter {
  tenant: string;
  deploymentId: string;
  siteId: string;
  siteName: string;
  kind: DeploymentKind;
  why: DeadLetterReason;
  attempts: number;
  /** What its last attempt ended with, for people. */
  message: string;
  createdAt: Date;
}
