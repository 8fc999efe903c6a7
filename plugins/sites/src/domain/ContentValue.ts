import type { ContentChoice, UploadedContent } from '../api';

/** A chosen content, with what forms show of it. */
export type ContentValue =
  | { kind: 'starter' }
  | ({ kind: 'upload'; fileName: string } & Pick<
      UploadedContent,
      'contentId' | 'files' | 'bytes'
    >);

/** What the sites API wants to know of a chosen content. */
export function toContentChoice(value: ContentValue): ContentChoice {
  return value.kind === 'starter'
    ? { kind: 'starter' }
    : { kind: 'upload', contentId: value.contentId };
}
