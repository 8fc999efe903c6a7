const DELIMITERS = [',', ';', '\t', '|'];

/** The first record of a CSV text, split at the delimiter; nothing where the text ends inside of it. */
export function splitFirstRecord(
  csv: string,
  delimiter: string,
): string[] | undefined {
  const fields: string[] = [];
  let field = '';
  let quoted = false;
  for (let at = 0; at < csv.length; at += 1) {
    const character = csv[at];
    if (quoted) {
      if (character !== '"') field += character;
      else if (csv[at + 1] === '"') {
        field += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"' && field === '') quoted = true;
    else if (character === delimiter) {
      fields.push(field);
      field = '';
    } else if (character === '\n' || character === '\r') {
      return [...fields, field];
    } else field += character;
  }
  return undefined;
}

/** The delimiter that splits the header into the most columns. */
export function detectDelimiter(csv: string): string {
  const counts = DELIMITERS.map(delimiter => ({
    delimiter,
    columns: splitFirstRecord(csv, delimiter)?.length ?? 0,
  }));
  counts.sort((left, right) => right.columns - left.columns);
  return counts[0].delimiter;
}

// Names that the workspace gives to rows itself.
const RESERVED = ['__row', 'rowid'];

/** Names trimmed, filled in where empty and made unique: SQL does not tell letter case apart. */
export function uniqueColumnNames(header: string[]): string[] {
  const taken = new Set(RESERVED);
  return header.map((name, index) => {
    const wanted = name.trim() || `column ${index + 1}`;
    let unique = wanted;
    for (let count = 2; taken.has(unique.toLowerCase()); count += 1) {
      unique = `${wanted} (${count})`;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}
