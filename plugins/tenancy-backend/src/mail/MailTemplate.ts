import type { z } from 'zod';

/** A piece of a mail, in the order people read it. */
export type MailBlock =
  | { kind: 'text'; text: string }
  /** What the mail asks for; its address is also written out. */
  | { kind: 'action'; label: string; url: string }
  /** What is good to know, and less loud. */
  | { kind: 'note'; text: string };

/** A mail in words, before it becomes text and HTML. */
export interface MailContent {
  subject: string;
  blocks: MailBlock[];
}

/** What every template knows besides its parameters. */
export interface MailSurroundings {
  /** Name of the hosting business. */
  businessName: string;
  /** Where the portal is opened; no slash at the end. */
  appBaseUrl: string;
  /** Who the mail is for, when that is known. */
  recipientName?: string;
}

/** A kind of mail: which parameters it takes, and what it says. */
export interface MailTemplate {
  /**
   * @param parameters - as the message brought them
   * @throws ZodError when they are not what the template takes
   */
  write(parameters: unknown, surroundings: MailSurroundings): MailContent;
}

/** Makes a template whose parameters are checked before it is written. */
export function defineMailTemplate<Schema extends z.ZodType>(template: {
  parameters: Schema;
  write(
    parameters: z.output<Schema>,
    surroundings: MailSurroundings,
  ): MailContent;
}): MailTemplate {
  return {
    write: (parameters, surroundings) =>
      template.write(template.parameters.parse(parameters), surroundings),
  };
}
