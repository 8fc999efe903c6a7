import { InputError } from '@backstage/errors';
import type { MailSurroundings } from './MailTemplate';
import { renderMail, type RenderedMail } from './renderMail';
import { mailTemplates } from './templates';

/**
 * Writes the mail of a template.
 *
 * @throws InputError when there is no such template, or it takes other
 *   parameters; the parameters are not told
 */
export function writeMail(
  template: string,
  parameters: unknown,
  surroundings: MailSurroundings,
): RenderedMail {
  const found = mailTemplates.get(template);
  if (!found) {
    throw new InputError(`There is no mail template '${template}'`);
  }
  try {
    return renderMail(found.write(parameters, surroundings), surroundings);
  } catch {
    // What a schema says about a parameter may quote it, and it may be a link.
    throw new InputError(
      `The parameters do not fit the mail template '${template}'`,
    );
  }
}
