import { InputError } from '@backstage/errors';

/** What the portal reads of a Terraform state. */
export interface ParsedState {
  serial: number;
  lineage: string;
  outputs: Record<string, { value: unknown; sensitive?: boolean }>;
  resourceCount: number;
}

/**
 * @param body - a state as Terraform writes it, format version 4
 * @throws InputError when it is something else
 */
export function parseState(body: Buffer): ParsedState {
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
    typeof state.lineage !== 'string' ||
    state.lineage === ''
  ) {
    throw new InputError(
      'A Terraform state needs version 4, a serial and a lineage',
    );
  }
  return {
    serial: state.serial,
    lineage: state.lineage,
    outputs: state.outputs ?? {},
    resourceCount: Array.isArray(state.resources) ? state.resources.length : 0,
  };
}
