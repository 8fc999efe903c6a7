/** A piece of a text, and whether it is what was searched for. */
export interface Piece {
  text: string;
  isMatch: boolean;
}

/** Cuts a text at every place that contains `search`, whatever the letters' case. */
export function splitAtMatches(text: string, search: string): Piece[] {
  const pieces: Piece[] = [];
  const wanted = search.toLocaleLowerCase();
  const lower = text.toLocaleLowerCase();
  // Some letters grow when their case changes; then nothing can be marked.
  if (!wanted || lower.length !== text.length) {
    return [{ text, isMatch: false }];
  }
  let end = 0;
  for (
    let found = lower.indexOf(wanted);
    found !== -1;
    found = lower.indexOf(wanted, end)
  ) {
    if (found > end) {
      pieces.push({ text: text.slice(end, found), isMatch: false });
    }
    end = found + wanted.length;
    pieces.push({ text: text.slice(found, end), isMatch: true });
  }
  if (end < text.length || pieces.length === 0) {
    pieces.push({ text: text.slice(end), isMatch: false });
  }
  return pieces;
}
