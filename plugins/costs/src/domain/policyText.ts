/** Texts of a field with one a line; blank lines say nothing. */
export function readLines(text: string): string[] {
  return [
    ...new Set(
      text
        .split('\n')
        .map(line => line.trim())
        .filter(Boolean),
    ),
  ];
}

/** Pairs of a field with one `key = value` a line. */
export function readPairs(text: string): Record<string, string> {
  return Object.fromEntries(
    readLines(text).flatMap(line => {
      const pair = readPair(line);
      return pair ? [pair] : [];
    }),
  );
}

/** Number of the first line that is no pair; undefined when all are. */
export function findBrokenPair(text: string): number | undefined {
  const broken = text
    .split('\n')
    .findIndex(line => line.trim() !== '' && !readPair(line));
  return broken === -1 ? undefined : broken + 1;
}

/** Pairs as {@link readPairs} takes them. */
export function writePairs(pairs: Record<string, string> = {}): string {
  return Object.entries(pairs)
    .map(([key, value]) => `${key} = ${value}`)
    .join('\n');
}

function readPair(line: string): [string, string] | undefined {
  const at = line.indexOf('=');
  const [key, value] = [line.slice(0, at).trim(), line.slice(at + 1).trim()];
  return at > 0 && key && value ? [key, value] : undefined;
}
