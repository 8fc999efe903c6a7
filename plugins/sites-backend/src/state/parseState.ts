import { InputError } from '@backstage/errors';
import { randomUUID } from 'node:crypto';

/** What the portal reads of a Terraform state. */
export interface ParsedState {
  serial: number;
  lineage: string;
  outputs: Record<string, { value: unknown; sensitive?: boolean }>;
  /** Of those that Terraform manages. */
  resourceCount: number;
}

/**
 * @param body - a state as Terraform writes it, format version 4
 * @throws InputError when it is something else
 */
export function parseState(body: Buffer): ParsedState {
  const state = parse(body);
  if (state.lineage === '') {
    throw new InputError('A Terraform state needs a lineage');
  }
  return {
    serial: state.serial,
    lineage: state.lineage,
    outputs: state.outputs ?? {},
    resourceCount: countResources(state.resources),
  };
}

function countResources(resources: unknown): number {
  return Array.isArray(resources)
    ? resources
        .filter(({ mode }) => mode === 'managed')
        .reduce((count, { instances }) => count + (instances?.length ?? 0), 0)
    : 0;
}

/** Who holds a lock and for what, of what Terraform says in it. */
export function wordsOf(info: Record<string, unknown>): {
  operation?: string;
  holder?: string;
} {
  const text = (value: unknown) =>
    typeof value === 'string' && value ? value : undefined;
  return { operation: text(info.Operation), holder: text(info.Who) };
}

/**
 * Numbers a state that Terraform could not save as the successor of the newest
 * one. What Terraform leaves bears the serial it began with, and no lineage at
 * all when there was no state yet.
 *
 * @param unsaved - content of an `errored.tfstate`
 * @returns undefined when `latest` is of another lineage, or newer
 * @throws InputError when it is no state
 */
export function toSuccessor(
  unsaved: Buffer,
  latest: { serial: number; lineage: string } | undefined,
): Buffer | undefined {
  const { serial, lineage } = parse(unsaved);
  const follows = latest
    ? lineage === latest.lineage && serial >= latest.serial
    : true;
  return follows
    ? renumber(unsaved, {
        serial: Math.max(serial, latest?.serial ?? 0) + 1,
        lineage: lineage || randomUUID(),
      })
    : undefined;
}

/**
 * In the text, since numbers that a JavaScript number cannot hold would not
 * survive being parsed. Terraform indents the top level by two spaces, and only
 * that.
 */
export function renumber(
  body: Buffer,
  { serial, lineage }: { serial: number; lineage: string },
): Buffer {
  const renumbered = Buffer.from(
    body
      .toString('utf8')
      .replace(/^ {2}"serial": \d+,$/m, `  "serial": ${serial},`)
      .replace(/^ {2}"lineage": "[^"]*",$/m, `  "lineage": "${lineage}",`),
  );
  const result = parse(renumbered);
  if (result.serial !== serial || result.lineage !== lineage) {
    throw new InputError(
      'A Terraform state must be laid out as Terraform does',
    );
  }
  return renumbered;
}

function parse(body: Buffer) {
  let state: any;
  try {
    state = JSON.parse(body.toString('utf8'));
  } catch {
    throw new InputError('A Terraform state must be JSON');
  }
  if (
    state?.version !== 4 ||
    !Number.isSafeInteger(state.serial) ||
    state.serial < 0 ||
    typeof state.lineage !== 'string'
  ) {
    throw new InputError(
      'A Terraform state needs version 4, a serial and a lineage',
    );
  }
  return state;
}
