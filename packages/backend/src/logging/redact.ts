import type { JsonObject, JsonValue } from '@backstage/types';

const SECRET_KEY =
  /^(.*[-_])?(authorization|cookie|set-cookie|password|passphrase|secret|token|api[-_]?key|private[-_]?key)$|.+(Password|Passphrase|Secret|Token|ApiKey|PrivateKey)$/;
// Backstage's tokens, and whatever follows the word for them.
const SECRET_TEXT =
  /\beyJ[\w-]{5,}\.[\w-]+\.[\w-]*|\b(?:Bearer|Basic) [\w.~+/=-]{8,}/g;
const REDACTED = '***';
const DEEPEST = 8;

/** Replaces tokens in a text meant for the log. */
export function redactText(text: string): string {
  return text.replace(SECRET_TEXT, REDACTED);
}

/**
 * Replaces what stands under the name of a secret, and tokens wherever they
 * stand. What is nested too deep to look at is left out.
 */
export function redactFields(fields: JsonObject): JsonObject {
  return redactObject(fields, 0);
}

function redactObject(fields: JsonObject, depth: number): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      isSecretKey(key) && value !== undefined && value !== null
        ? REDACTED
        : redactValue(value, depth),
    ]),
  );
}

function redactValue(
  value: JsonValue | undefined,
  depth: number,
): JsonValue | undefined {
  if (typeof value === 'string') {
    return redactText(value);
  }
  // Errors, dates and the like know themselves how they are written.
  if (!Array.isArray(value) && !isPlainObject(value)) {
    return value;
  }
  if (depth >= DEEPEST) {
    return '…';
  }
  return Array.isArray(value)
    ? value.map(item => redactValue(item, depth + 1) ?? null)
    : redactObject(value, depth + 1);
}

function isPlainObject(value: unknown): value is JsonObject {
  return (
    typeof value === 'object' &&
    value !== null &&
    [Object.prototype, null].includes(Object.getPrototypeOf(value))
  );
}

function isSecretKey(key: string): boolean {
  return SECRET_KEY.test(key) || SECRET_KEY.test(key.toLowerCase());
}
