/** What stands in the place of a value that nobody is shown. */
const MASKED = '(sensitive)';

/** Names of attributes that hold secrets, also where nothing marks them. */
const TELLING_NAME =
  /(^|_)(password|passwd|passphrase|secret|secret_key|private_key|private_key_pem|private_key_openssh|token|access_key|secret_string|connection_string|credentials)$/i;

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A state of format version 4, as far as it is looked at here. */
interface RawState {
  outputs?: Record<string, { value: Json; sensitive?: boolean }>;
  resources?: {
    instances?: {
      attributes?: Json;
      sensitive_attributes?: PathStep[][];
      private?: string;
    }[];
  }[];
}

interface PathStep {
  type: 'get_attr' | 'index';
  value: string | { value: string | number };
}

/**
 * A state for people to read: sensitive outputs and attributes are masked, and
 * so is what is named like a secret and what `mask` knows. It is not made to be
 * given back to Terraform.
 *
 * @param state - as Terraform wrote it, format version 4
 * @param mask - a text without the secrets that are known
 */
export function maskState(
  state: Buffer,
  mask: (text: string) => string,
): Buffer {
  const parsed = parse(state.toString('utf8')) as unknown as RawState;
  for (const output of Object.values(parsed.outputs ?? {})) {
    if (output.sensitive) {
      output.value = MASKED;
    }
  }
  for (const { instances = [] } of parsed.resources ?? []) {
    for (const instance of instances) {
      for (const path of instance.sensitive_attributes ?? []) {
        maskAt(instance as { [key: string]: Json }, [
          'attributes',
          ...path.map(keyOf),
        ]);
      }
      if (instance.private) {
        instance.private = MASKED;
      }
    }
  }
  return Buffer.from(
    JSON.stringify(
      parsed,
      (key, value) =>
        typeof value === 'string' ? maskText(key, value, mask) : value,
      2,
    ),
  );
}

function maskText(
  key: string,
  value: string,
  mask: (text: string) => string,
): string {
  return value !== '' && TELLING_NAME.test(key) ? MASKED : mask(value);
}

function keyOf({ value }: PathStep): string {
  return String(typeof value === 'object' ? value.value : value);
}

function maskAt(parent: { [key: string]: Json }, path: string[]): void {
  const [key, ...rest] = path;
  const value = parent[key];
  if (value === null || value === undefined) {
    return;
  }
  if (rest.length === 0) {
    parent[key] = MASKED;
  } else if (typeof value === 'object') {
    maskAt(value as { [key: string]: Json }, rest);
  }
}

/** Numbers that a JavaScript number cannot hold keep their digits. */
function parse(text: string): Json {
  const { rawJSON } = JSON as unknown as { rawJSON(digits: string): Json };
  const keepDigits = (
    _key: string,
    value: Json,
    { source }: { source: string },
  ) =>
    typeof value === 'number' && String(value) !== source
      ? rawJSON(source)
      : value;
  return JSON.parse(text, keepDigits as Parameters<typeof JSON.parse>[1]);
}
