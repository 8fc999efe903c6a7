import { splitAtMatches } from '../../domain/splitAtMatches';

/** A text with what was searched for marked in it. */
export function MarkedText(props: { text: string; search: string }) {
  return (
    <span>
      {splitAtMatches(props.text, props.search).map(
        ({ text, isMatch }, index) =>
          // eslint-disable-next-line react/no-array-index-key -- pieces have no other name, and never move
          isMatch ? <mark key={index}>{text}</mark> : text,
      )}
    </span>
  );
}
