import type { AuditContent } from './auditEvents';
import { CLEAR_ACTION } from './auditEvents';
import { ClearedDigest, digestOf, hashAfter, originOf } from './auditHashes';

/** An event as it is kept: what it says, or who cleared that. */
export interface KeptEvent {
  sequence: number;
  digest: Buffer;
  hash: Buffer;
  /** Sequence of the event that tells of the clearing. */
  clearedBy?: number;
  /** Absent once cleared. */
  content?: AuditContent;
}

/** What a trail should end with. */
export interface ChainHead {
  /** How many events there are. */
  length: number;
  /** Hash of the last one. */
  head: Buffer;
}

/**
 * The first thing that is wrong with a trail.
 * - `altered`: an event does not say what it said when it was recorded
 * - `removed`: an event is missing
 * - `reordered`: an event does not follow from the one before it
 * - `cleared`: content is gone without a record of retention that says so
 * - `head`: the trail's head is not that of its last event
 */
export interface ChainFault {
  kind: 'altered' | 'removed' | 'reordered' | 'cleared' | 'head';
  /** Of the event that is wrong or missing. */
  sequence: number;
  /** For people. */
  message: string;
}

/**
 * Reads one tenant's trail from its first event to its last and finds the
 * first that was altered, removed, reordered or cleared in silence.
 */
export class ChainCheck {
  static create(tenant: string): ChainCheck {
    return new ChainCheck(tenant, originOf(tenant));
  }

  private last = 0;
  private readonly cleared = new Map<number, ClearedDigest>();

  private constructor(
    private readonly tenant: string,
    private previous: Buffer,
  ) {}

  /** @param event - in the order of their sequence */
  next(event: KeptEvent): ChainFault | undefined {
    const fault =
      this.findGap(event) ??
      this.findAlteration(event) ??
      this.findClearing(event) ??
      this.findBreak(event);
    this.last = event.sequence;
    this.previous = event.hash;
    return fault;
  }

  /** After the last event. */
  end(chain: ChainHead | undefined): ChainFault | undefined {
    const length = chain?.length ?? 0;
    if (length > this.last) {
      return missing(this.last + 1, length);
    }
    if (length < this.last || (chain && !chain.head.equals(this.previous))) {
      return {
        kind: 'head',
        sequence: this.last,
        message: `The trail's head does not belong to its last event, ${this.last}.`,
      };
    }
    const [unexplained] = this.cleared.keys();
    return unexplained === undefined
      ? undefined
      : clearedInSilence(unexplained);
  }

  private findGap({ sequence }: KeptEvent): ChainFault | undefined {
    return sequence === this.last + 1
      ? undefined
      : missing(this.last + 1, sequence - 1);
  }

  private findAlteration(event: KeptEvent): ChainFault | undefined {
    const { content, digest, sequence } = event;
    const isWhole =
      !content ||
      (content.tenant === this.tenant && digestOf(content).equals(digest));
    return isWhole
      ? undefined
      : {
          kind: 'altered',
          sequence,
          message: `Event ${sequence} does not say what it said when it was recorded.`,
        };
  }

  /** What is cleared waits for the event that explains it, which comes later. */
  private findClearing(event: KeptEvent): ChainFault | undefined {
    const { sequence, clearedBy, content } = event;
    if (!content) {
      if (clearedBy === undefined || clearedBy <= sequence) {
        return clearedInSilence(sequence);
      }
      const digest = this.cleared.get(clearedBy) ?? new ClearedDigest();
      this.cleared.set(clearedBy, digest.add(sequence));
      return undefined;
    }
    const digest = this.cleared.get(sequence);
    if (!digest && content.action !== CLEAR_ACTION) {
      return undefined;
    }
    this.cleared.delete(sequence);
    const told = content.action === CLEAR_ACTION ? content.after : undefined;
    const { events, sequences } = (digest ?? new ClearedDigest()).toJson();
    return told?.events === events && told.sequences === sequences
      ? undefined
      : clearedInSilence(sequence);
  }

  private findBreak(event: KeptEvent): ChainFault | undefined {
    const { digest, hash, sequence } = event;
    return hashAfter(this.previous, digest).equals(hash)
      ? undefined
      : {
          kind: 'reordered',
          sequence,
          message: `Event ${sequence} does not follow from the one before it: events were reordered or replaced.`,
        };
  }
}

function missing(from: number, to: number): ChainFault {
  return {
    kind: 'removed',
    sequence: from,
    message:
      from === to
        ? `Event ${from} is missing.`
        : `Events ${from} to ${to} are missing.`,
  };
}

function clearedInSilence(sequence: number): ChainFault {
  return {
    kind: 'cleared',
    sequence,
    message: `What was cleared is not what event ${sequence} and the record of retention say.`,
  };
}
